package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An action is for a colleague in the conversation: somebody who can be reminded of it. */
class OwnersTest {

    private static final Member AMINA = new Member(new MemberId("amina"), "29:1amina", "Amina El Idrissi", false);
    private static final Member JAN = new Member(new MemberId("jan"), "29:1jan", "jan", false);
    private static final Member GUEST = new Member(new MemberId("guest"), "29:1guest", "Fatima (gast)", true);
    private static final List<Member> MEMBERS = List.of(JAN, GUEST, AMINA);

    private final Owners owners = new Owners();

    @ParameterizedTest
    @ValueSource(strings = {"amina", "AMINA", " amina ", "29:1amina", "nobody,amina", "amina,jan"})
    void areTheFirstOfThosePickedWhoIsHere(String picked) {
        assertThat(owners.picked(MEMBERS, picked)).isEqualTo(Outcome.accepted(AMINA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "peter", "28:the-bot", "amin"})
    void areNoBotsAndNobodyElsewhere(String picked) {
        assertThat(owners.picked(MEMBERS, picked)).isEqualTo(Outcome.refused(ActionRefusal.NO_SUCH_OWNER));
    }

    @Test
    void areNoGuests() {
        assertThat(owners.picked(MEMBERS, "guest")).isEqualTo(Outcome.refused(ActionRefusal.OWNER_IS_A_GUEST));
    }

    @Test
    void areOfferedByNameWithoutTheGuests() {
        assertThat(owners.choices(MEMBERS)).extracting(Owners.Choice::name).containsExactly("Amina El Idrissi", "jan");
    }

    @Test
    void includeWhoHasTheActionThoughHeLeft() {
        assertThat(owners.choices(MEMBERS, actionOf("peter", "Peter Vos")))
                .extracting(Owners.Choice::id)
                .containsExactly("peter", "amina", "jan");
        assertThat(owners.choices(MEMBERS, actionOf("jan", "jan")))
                .extracting(Owners.Choice::id)
                .containsExactly("amina", "jan");
    }

    private static ActionItem actionOf(String owner, String name) {
        return new ActionItem(
                new ActionId("a-1"),
                new SessionId("s-1"),
                new StatementId("st7"),
                "Bosdag",
                new MemberId(owner),
                name,
                LocalDate.parse("2026-12-11"),
                ActionItem.State.OPEN,
                Instant.parse("2026-11-21T10:00:00Z"),
                Optional.empty(),
                List.of());
    }
}
