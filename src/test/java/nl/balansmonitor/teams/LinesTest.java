package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.rhythm.PlanRefusal;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.StatementRefusal;
import nl.balansmonitor.wording.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveALineForEveryRefusal(Language language) {
        var lines = new Lines(new Texts());
        assertThat(SessionRefusal.values())
                .extracting(reason -> lines.of(language, reason))
                .doesNotHaveDuplicates();
        assertThat(ActionRefusal.values())
                .extracting(reason -> lines.of(language, reason))
                .doesNotHaveDuplicates();
        assertThat(PlanRefusal.values())
                .extracting(reason -> lines.of(language, reason))
                .doesNotHaveDuplicates();
        assertThat(StatementRefusal.values())
                .extracting(reason -> lines.of(language, reason))
                .doesNotHaveDuplicates();
    }
}
