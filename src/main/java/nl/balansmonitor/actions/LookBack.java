package nl.balansmonitor.actions;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Service;

/** A session begins with what became of the actions of earlier ones; without any it has nothing to look back on. */
@Service
public class LookBack {

    private final Documents documents;
    private final Actions actions;

    LookBack(Documents documents, Actions actions) {
        this.documents = documents;
        this.actions = actions;
    }

    private record WentOn() {}

    /**
     * The earlier actions that are open, and those that were decided since the session began. The first feedback date first, as it was
     * then, so that nothing moves while the team decides.
     */
    public List<ActionItem> on(Session session) {
        Instant began = session.startedAt();
        return Stream.concat(
                        actions.open(session.space()).stream(),
                        actions.doneSince(session.space(), began.minusMillis(1)).stream())
                .filter(a -> !a.session().equals(session.id()))
                .sorted(comparing((ActionItem a) -> a.feedbackDateAt(began)).thenComparing(ActionItem::agreedAt))
                .toList();
    }

    /** Whether the team has gone on to choosing; what was not decided until then stays open. */
    public boolean over(Session session) {
        return session.phase() != Phase.CHOOSING
                || documents.read(key(session), WentOn.class).isPresent();
    }

    /** Goes on to choosing; a second call changes nothing. Empty if it was done, else why not. */
    public Optional<ActionRefusal> goOn(Session session, Actor actor) {
        if (!session.mayBeSteeredBy(actor)) {
            return Optional.of(ActionRefusal.ONLY_FACILITATOR);
        }
        if (session.over()) {
            return Optional.of(ActionRefusal.LOOK_BACK_OVER);
        }
        documents.create(key(session), new WentOn());
        return Optional.empty();
    }

    private static Key key(Session session) {
        return Space.partition(session.space()).key("lookback:" + session.id());
    }
}
