package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.sessions.Closing;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.StickerRounds;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.statements.Flags;
import nl.balansmonitor.teams.Board.Face;
import nl.balansmonitor.teams.Deliveries.Delivered;
import nl.balansmonitor.teams.botframework.Connector;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes Teams show what the cards of a session, or of a space's proposals, should be: posts those that are missing and updates those that differ. It looks only at what is
 * stored, so it can be called at any time, as often as one likes, and after any crash.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Where flags are kept, somebody has to look daily: their secret is destroyed when the month is over. */
    private static final Duration UPKEEP = Duration.ofDays(1);

    private final Sessions sessions;
    private final Closing closing;
    private final StickerRounds stickers;
    private final Workshops workshops;
    private final Spaces spaces;
    private final Rosters rosters;
    private final Conversations conversations;
    private final Board board;
    private final Flags flags;
    private final ProposalPresenter proposals;
    private final Deliveries deliveries;
    private final Connector connector;
    private final SendingProperties properties;
    private final MeterRegistry meters;
    private final Pace pace = new Pace();

    /** Messages that were updated within the interval, by System.nanoTime: the clock on the wall may jump. */
    private final Cache<String, Long> updated;

    Delivery(
            Sessions sessions,
            Closing closing,
            StickerRounds stickers,
            Workshops workshops,
            Spaces spaces,
            Rosters rosters,
            Conversations conversations,
            Board board,
            Flags flags,
            ProposalPresenter proposals,
            Deliveries deliveries,
            Connector connector,
            SendingProperties properties,
            MeterRegistry meters) {
        this.sessions = sessions;
        this.closing = closing;
        this.stickers = stickers;
        this.workshops = workshops;
        this.spaces = spaces;
        this.rosters = rosters;
        this.conversations = conversations;
        this.board = board;
        this.flags = flags;
        this.proposals = proposals;
        this.deliveries = deliveries;
        this.connector = connector;
        this.properties = properties;
        this.meters = meters;
        this.updated = Caffeine.newBuilder()
                .expireAfterWrite(properties.updateInterval())
                .build();
    }

    /** What is to be done next for these cards. */
    sealed interface Next {

        /** Everything is shown; a change will come. */
        record Wait() implements Next {}

        /** Something differs that was updated too recently to be updated again, or time alone will bring the change. */
        record Again(Duration after) implements Next {}

        /** Everything is shown, and nothing more can come. */
        record Finished() implements Next {}
    }

    /** A post of its own, that no session keeps. */
    void post(Conversation where, Message message) throws InterruptedException {
        send(where, message);
    }

    /**
     * Brings the cards of one session, or of one space's proposals, up to date.
     *
     * @throws DeliveryException.Retryable if Teams may take it later; what was delivered until then is remembered
     */
    Next deliver(Outbox.Entry entry) throws InterruptedException {
        Optional<Conversation> channel = conversations.of(entry.space());
        if (channel.isEmpty()) {
            return new Next.Finished();
        }
        return entry.session().isPresent()
                ? deliverSession(entry, entry.session().get(), channel.get())
                : deliverProposals(entry, channel.get());
    }

    private Next deliverSession(Outbox.Entry entry, SessionId id, Conversation channel) throws InterruptedException {
        Optional<Session> found = sessions.find(entry.space(), id);
        if (found.isEmpty()) {
            return new Next.Finished();
        }
        var members = rosters.of(channel);
        Session session = stickers.resume(closing.resume(found.get(), members.size()));
        var scene = new Scene(spaces.of(entry.space()), session, members);
        Optional<Duration> soonest =
                earlier(workshops.untilNextBox(session), deliver(entry, channel, board.faces(scene)));
        if (soonest.isPresent()) {
            return new Next.Again(soonest.get());
        }
        return session.over() ? new Next.Finished() : new Next.Wait();
    }

    /** An answered proposal is shown as such where it was posted, and posted nowhere. */
    private Next deliverProposals(Outbox.Entry entry, Conversation channel) throws InterruptedException {
        Space space = spaces.of(entry.space());
        flags.forgetPastMonths(space);
        var faces = new ArrayList<>(proposals.open(space));
        proposals.answered(space).stream()
                .filter(face -> deliveries
                        .find(entry, face.slot())
                        .filter(d -> !d.refused())
                        .isPresent())
                .forEach(faces::add);
        Optional<Duration> soonest = deliver(entry, channel, faces);
        if (soonest.isEmpty() && flags.none(space.id())) {
            return new Next.Finished();
        }
        return new Next.Again(soonest.orElse(UPKEEP));
    }

    /** Empty once Teams shows these cards; else how long to wait until the next one may be updated again. */
    private Optional<Duration> deliver(Outbox.Entry entry, Conversation channel, List<Face> faces)
            throws InterruptedException {
        Optional<Duration> soonest = Optional.empty();
        for (Face face : faces) {
            soonest = earlier(soonest, deliver(entry, channel, face));
        }
        return soonest;
    }

    private static Optional<Duration> earlier(Optional<Duration> a, Optional<Duration> b) {
        return a.isPresent() && b.isPresent() ? (a.get().compareTo(b.get()) < 0 ? a : b) : a.or(() -> b);
    }

    /** Empty once Teams shows this card; else how long to wait until it may be updated again. */
    private Optional<Duration> deliver(Outbox.Entry entry, Conversation channel, Face face)
            throws InterruptedException {
        Optional<Delivered> delivered = deliveries.find(entry, face.slot());
        if (delivered.filter(d -> d.shows(face.card())).isPresent()) {
            return Optional.empty();
        }
        Conversation where = placeOf(entry, channel, face, delivered);
        var message = Message.card(face.card(), "");
        try {
            if (delivered.isEmpty() || delivered.get().refused()) {
                deliveries.confirm(entry, face, send(where, message));
                return Optional.empty();
            }
            String activity = delivered.get().activity();
            Long last = updated.getIfPresent(activity);
            if (last != null) {
                return Optional.of(properties.updateInterval().minusNanos(System.nanoTime() - last));
            }
            deliveries.confirm(entry, face, update(where, activity, message));
        } catch (DeliveryException.Final e) {
            LOG.warn("Teams refuses the card {} of {}: {}", face.slot(), entry.name(), e.getMessage());
            count("refused");
            deliveries.confirm(entry, face, "");
        }
        return Optional.empty();
    }

    /**
     * The root goes into the channel itself, as the beginning of a thread; everything else, and a root that got lost, into the thread.
     * Each proposal is the root of a thread of its own.
     */
    private Conversation placeOf(Outbox.Entry entry, Conversation channel, Face face, Optional<Delivered> delivered) {
        if (channel.type() != Conversation.Type.CHANNEL) {
            return channel;
        }
        boolean begins = face.slot().equals(Face.ROOT) || entry.session().isEmpty();
        Optional<Delivered> root = begins ? delivered : deliveries.find(entry, Face.ROOT);
        return root.map(Delivered::thread)
                .filter(thread -> !thread.isEmpty())
                .map(channel::inThread)
                .orElse(channel);
    }

    private String send(Conversation where, Message message) throws InterruptedException {
        pace.await(where.id() + where.thread().orElse(""));
        String activity = connector.post(where, message);
        count("posted");
        return activity;
    }

    private String update(Conversation where, String activity, Message message) throws InterruptedException {
        pace.await(where.id() + where.thread().orElse(""));
        try {
            connector.update(where, activity, message);
            count("updated");
            return activity;
        } catch (DeliveryException.ActivityGone e) {
            count("gone");
            return send(where, message);
        } finally {
            // From its end on: when it reached Teams is not known, and the next one may be faster on its way.
            updated.put(activity, System.nanoTime());
        }
    }

    private void count(String outcome) {
        meters.counter("balans.sending", "outcome", outcome).increment();
    }
}
