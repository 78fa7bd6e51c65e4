package nl.balansmonitor.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Service;

/**
 * The workshop in which a team finds its own statements: groups fill four boxes with short notes, one box after the other. Notes are
 * anonymous within their group. What groups hand in is {@link WorkshopProposals}' business.
 */
@Service
public class Workshops {

    /** In one group and all its boxes together; enough for anybody, and few enough for a card. */
    static final int MOST_NOTES = 200;

    private final SessionStore store;
    private final WorkshopStore workshops;
    private final NoteStore notes;
    private final BallotBox box;
    private final SecureRandom random;

    Workshops(SessionStore store, WorkshopStore workshops, NoteStore notes, BallotBox box, SecureRandom random) {
        this.store = store;
        this.workshops = workshops;
        this.notes = notes;
        this.box = box;
        this.random = random;
    }

    /**
     * How a workshop is to go.
     *
     * @param groupSize how many members a group should have, 3 to 5
     * @param minutes   for each box, 3 or 4
     * @param movesOn   whether the next box opens by itself when the timer ends
     */
    public record Setup(int groupSize, int minutes, boolean movesOn) {

        /** Groups of about four, four minutes, and timers that close nothing. */
        public static final Setup USUAL = new Setup(Groups.USUAL, Workshop.LONGEST, false);
    }

    /** Divides these members into groups and opens the first box. */
    public Outcome<Session, SessionRefusal> open(
            SpaceId space, SessionId id, Actor actor, Collection<MemberId> members, Setup setup) {
        if (!Workshop.allows(setup.minutes())) {
            return Outcome.refused(SessionRefusal.THREE_OR_FOUR_MINUTES);
        }
        if (!Groups.allows(setup.groupSize())) {
            return Outcome.refused(SessionRefusal.GROUPS_OF_THREE_TO_FIVE);
        }
        var groups = Groups.of(members, setup.groupSize(), random);
        return store.decide(space, id, session -> {
            if (!session.mayBeSteeredBy(actor)) {
                return refuse(SessionRefusal.ONLY_FACILITATOR);
            }
            return switch (session.phase()) {
                case CHOOSING -> {
                    Session opened =
                            session.writing(Workshop.opened(groups, setup.minutes(), setup.movesOn(), workshops.now()));
                    yield Decision.write(opened, Outcome.accepted(opened));
                }
                case WRITING -> refuse(SessionRefusal.STILL_WRITING);
                case STICKERING -> refuse(SessionRefusal.STICKERS_STILL_OPEN);
                case DECIDING -> refuse(SessionRefusal.STICKERS_CLOSED);
                case REACTING -> refuse(SessionRefusal.ALREADY_STARTED);
                case CLOSING, CLOSED, CANCELLED -> refuse(SessionRefusal.SESSION_OVER);
            };
        });
    }

    /** Divides these members into other groups, as long as nobody has written anything. The open box's timer goes on. */
    public Outcome<Session, SessionRefusal> regroup(
            SpaceId space, SessionId id, Actor actor, Collection<MemberId> members, int groupSize) {
        if (!Groups.allows(groupSize)) {
            return Outcome.refused(SessionRefusal.GROUPS_OF_THREE_TO_FIVE);
        }
        var groups = Groups.of(members, groupSize, random);
        return workshops.steer(
                space,
                id,
                actor,
                workshop -> workshop.begun()
                        ? Outcome.refused(SessionRefusal.ALREADY_WRITTEN)
                        : Outcome.accepted(workshop.regrouped(groups)));
    }

    /**
     * Opens the box after this one, and its timer begins.
     *
     * @param box the one that the facilitator sees open; if another is open by now, nothing changes, so that a second tap skips no box
     */
    public Outcome<Session, SessionRefusal> next(SpaceId space, SessionId id, Actor actor, Box box) {
        return workshops.steer(space, id, actor, workshop -> {
            if (workshop.box() != box) {
                return Outcome.accepted(workshop);
            }
            return box.next()
                    .<Outcome<Workshop, SessionRefusal>>map(
                            next -> Outcome.accepted(workshop.on(next, workshops.now())))
                    .orElseGet(() -> Outcome.refused(SessionRefusal.LAST_BOX));
        });
    }

    /**
     * Takes a note of a member's into the box that is open; whoever is in no group joins the smallest. Each call is a note of its own.
     *
     * @param written cut to {@value Remark#LONGEST} characters
     */
    public Outcome<WrittenNote, SessionRefusal> write(
            SpaceId space, SessionId id, MemberId member, Box open, String written) {
        Remark note = Remark.of(written);
        return switch (workshops.join(space, id, member, workshop -> fitting(workshop, open, note))) {
            case Outcome.Refused<Session, SessionRefusal>(SessionRefusal why) -> Outcome.refused(why);
            case Outcome.Accepted<Session, SessionRefusal>(Session session) -> write(session, member, open, note);
        };
    }

    /** The notes in one box of one group, in no order. */
    public List<String> notes(Session session, int group, Box box) {
        return notes.texts(session, group, box);
    }

    /** The number of this member's group; empty if there is no workshop, or he came late and wrote nothing yet. */
    public Optional<Integer> ownGroup(Session session, MemberId member) {
        return session.workshop().flatMap(workshop -> workshop.groupOf(member));
    }

    /** The workshop as it is now, where boxes may have moved on by themselves; empty unless groups are writing. */
    public Optional<Workshop> open(Session session) {
        return workshops.open(session);
    }

    /** How long until the next box opens by itself, a second at least; empty where none does. */
    public Optional<Duration> untilNextBox(Session session) {
        return open(session)
                .filter(w -> w.movesOn() && w.box().next().isPresent())
                .map(w -> Duration.between(workshops.now(), w.boxEnds()));
    }

    private static Outcome<Workshop, SessionRefusal> fitting(Workshop workshop, Box open, Remark note) {
        if (note.isEmpty()) {
            return Outcome.refused(SessionRefusal.NOTHING_WRITTEN);
        }
        return workshop.box() == open ? Outcome.accepted(workshop) : Outcome.refused(SessionRefusal.BOX_NOT_OPEN);
    }

    private Outcome<WrittenNote, SessionRefusal> write(Session session, MemberId member, Box open, Remark note) {
        int group = ownGroup(session, member).orElseThrow();
        if (notes.count(session, group) >= MOST_NOTES) {
            return Outcome.refused(SessionRefusal.ENOUGH_NOTES);
        }
        Key key = notes.fresh(session, group, open);
        var slot = new BallotBox.Slot<>(
                key,
                NoteStore.Note.class,
                s -> workshops.open(s).filter(w -> w.box() == open).isPresent(),
                SessionRefusal.BOX_NOT_OPEN);
        return switch (box.cast(session, slot, none -> Optional.of(new NoteStore.Note(note.text())))) {
            case Outcome.Refused<BallotBox.Cast<NoteStore.Note>, SessionRefusal>(SessionRefusal why) ->
                Outcome.refused(why);
            case Outcome.Accepted<BallotBox.Cast<NoteStore.Note>, SessionRefusal>(
                    BallotBox.Cast<NoteStore.Note> cast) ->
                Outcome.accepted(new WrittenNote(cast.session(), group, note));
        };
    }

    private static Decision<Session, Outcome<Session, SessionRefusal>> refuse(SessionRefusal reason) {
        return Decision.leave(Outcome.refused(reason));
    }
}
