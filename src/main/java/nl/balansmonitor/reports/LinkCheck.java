package nl.balansmonitor.reports;

import java.time.Clock;
import java.util.Optional;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import org.springframework.stereotype.Component;

/** Decides what somebody's token opens. */
@Component
class LinkCheck {

    private final LinkKeys keys;
    private final Spaces spaces;
    private final Clock clock;

    LinkCheck(LinkKeys keys, Spaces spaces, Clock clock) {
        this.keys = keys;
        this.spaces = spaces;
        this.clock = clock;
    }

    /** What a token is worth. */
    sealed interface Verdict {

        /** Its link is ours and still works. */
        record Valid(Space space, Link link) implements Verdict {}

        /** Its link was ours and opens nothing any more. */
        record Gone() implements Verdict {}

        /** It is none of ours; why, nobody is told. */
        record Unknown() implements Verdict {}
    }

    Verdict judge(String token) {
        return Tokens.read(token)
                .filter(link -> isOurs(token, link))
                .map(this::judge)
                .orElseGet(Verdict.Unknown::new);
    }

    private boolean isOurs(String token, Link said) {
        return keys.find(said.space())
                .filter(key -> Tokens.genuine(token, said, key))
                .isPresent();
    }

    private Verdict judge(Link ours) {
        Optional<Space> there =
                spaces.find(ours.space()).filter(space -> space.removedAt().isEmpty());
        return there.isPresent() && clock.instant().isBefore(ours.expires())
                ? new Verdict.Valid(there.get(), ours)
                : new Verdict.Gone();
    }
}
