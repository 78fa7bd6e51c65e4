package nl.balansmonitor.teams;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.ActionRefusal;
import nl.balansmonitor.shared.Outcome;
import org.springframework.stereotype.Component;

/** Who can do an action: a colleague in the conversation, no bot and no guest. */
@Component
class Owners {

    /** One of the people to choose from. */
    record Choice(String id, String name) {}

    /** The people picker answers with Entra object ids, joined by commas; the first one that is in this conversation does it. */
    Outcome<Member, ActionRefusal> picked(List<Member> members, String picked) {
        Optional<Member> found = Arrays.stream(picked.split(","))
                .map(String::strip)
                .flatMap(id -> members.stream()
                        .filter(m -> m.id().value().equalsIgnoreCase(id)
                                || m.teamsId().equals(id)))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(ActionRefusal.NO_SUCH_OWNER);
        }
        return found.get().guest() ? Outcome.refused(ActionRefusal.OWNER_IS_A_GUEST) : Outcome.accepted(found.get());
    }

    /** By name. */
    List<Choice> choices(List<Member> members) {
        return members.stream()
                .filter(m -> !m.guest())
                .map(m -> new Choice(m.id().value(), m.name()))
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The same to choose another one from: its owner is among them, also if he left. */
    List<Choice> choices(List<Member> members, ActionItem action) {
        List<Choice> present = choices(members);
        boolean here =
                present.stream().anyMatch(c -> c.id().equals(action.owner().value()));
        var owner = new Choice(action.owner().value(), action.ownerName());
        return here
                ? present
                : Stream.concat(Stream.of(owner), present.stream()).toList();
    }
}
