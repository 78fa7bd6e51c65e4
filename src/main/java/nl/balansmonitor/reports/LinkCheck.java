package nl.balansmonitor.reports;

import java.security.SecureRandom;
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

    /** For spaces without a key, so that the time of a refusal doesn't tell which spaces there are. */
    private final LinkKey nobodys;

    LinkCheck(LinkKeys keys, Spaces spaces, Clock clock, SecureRandom random) {
        this.keys = keys;
        this.spaces = spaces;
        this.clock = clock;
        nobodys = LinkKey.random(random);
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
        return Tokens.genuine(token, said, keys.find(said.space()).orElse(nobodys));
    }

    private Verdict judge(Link ours) {
        Optional<Space> there =
                spaces.find(ours.space()).filter(space -> space.removedAt().isEmpty());
        return there.isPresent() && clock.instant().isBefore(ours.expires())
                ? new Verdict.Valid(there.get(), ours)
                : new Verdict.Gone();
    }
}
