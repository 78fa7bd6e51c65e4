package nl.balansmonitor.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.teams.Board.Face;
import nl.balansmonitor.teams.Deliveries.Delivered;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.DeliveryException;
import nl.balansmonitor.teams.botframework.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes Teams show cards: posts those that are missing and updates those that differ from what Teams has confirmed, in their order. A card
 * stands twice in a channel only if Teams took it and the confirmation was lost before it was stored here.
 */
@Component
class Display {

    private static final Logger LOG = LoggerFactory.getLogger(Display.class);

    private final Deliveries deliveries;
    private final Claims claims;
    private final Transport transport;
    private final SendingProperties properties;
    private final Chronicle chronicle;

    /** Messages that were updated within the interval, by System.nanoTime: the clock on the wall may jump. */
    private final Cache<String, Long> updated;

    Display(
            Deliveries deliveries,
            Claims claims,
            Transport transport,
            SendingProperties properties,
            Chronicle chronicle) {
        this.deliveries = deliveries;
        this.claims = claims;
        this.transport = transport;
        this.properties = properties;
        this.chronicle = chronicle;
        this.updated = Caffeine.newBuilder()
                .expireAfterWrite(properties.updateInterval())
                .build();
    }

    /**
     * Shows what may be shown now.
     *
     * @return empty once Teams shows all of these cards; else how long to wait until it makes sense to go on
     * @throws DeliveryException.Retryable if Teams may take it later; what was delivered until then is remembered
     */
    Optional<Duration> show(Outbox.Entry entry, Conversation channel, List<Face> faces) throws InterruptedException {
        boolean ours = claims.holds(entry);
        Map<String, Delivered> before = deliveries.of(entry);
        if (faces.stream().allMatch(face -> shows(before, face))) {
            return claims.release(entry);
        }
        Optional<Duration> busy = claims.hold(entry);
        if (busy.isPresent()) {
            return busy;
        }
        // Another instance may have shown some of it just before it gave the entry back.
        Map<String, Delivered> known = ours ? before : deliveries.of(entry);
        Optional<Duration> soonest = Optional.empty();
        for (Face face : faces) {
            if (!shows(known, face)) {
                Optional<Duration> wait = claims.hold(entry);
                if (wait.isPresent()) {
                    return wait;
                }
                soonest = earlier(soonest, show(entry, channel, face, Optional.ofNullable(known.get(face.slot()))));
            }
        }
        return soonest.isPresent() ? soonest : claims.release(entry);
    }

    static Optional<Duration> earlier(Optional<Duration> a, Optional<Duration> b) {
        return a.isPresent() && b.isPresent() ? (a.get().compareTo(b.get()) < 0 ? a : b) : a.or(() -> b);
    }

    private static boolean shows(Map<String, Delivered> delivered, Face face) {
        Delivered card = delivered.get(face.slot());
        return card != null && card.shows(face.card());
    }

    /** Empty once Teams shows this card; else how long to wait until it may be updated again. */
    private Optional<Duration> show(Outbox.Entry entry, Conversation channel, Face face, Optional<Delivered> delivered)
            throws InterruptedException {
        Conversation where = placeOf(entry, channel, face, delivered);
        var message = Message.card(face.card(), "");
        try {
            if (delivered.isEmpty() || delivered.get().refused()) {
                confirm(entry, face, transport.post(where, message));
                return Optional.empty();
            }
            String activity = delivered.get().activity();
            Long last = updated.getIfPresent(activity);
            if (last != null) {
                return Optional.of(properties.updateInterval().minusNanos(System.nanoTime() - last));
            }
            confirm(entry, face, update(where, activity, message));
        } catch (DeliveryException.Final e) {
            LOG.warn("Teams refuses the card {} of {}: {}", face.slot(), entry.name(), e.getMessage());
            confirm(entry, face, "");
        } finally {
            claims.used(entry);
        }
        return Optional.empty();
    }

    private void confirm(Outbox.Entry entry, Face face, String activity) {
        if (deliveries.confirm(entry, face, activity)) {
            Milestones.of(entry, face, activity.isEmpty()).ifPresent(what -> chronicle.tell(what, entry.space()));
        }
    }

    /**
     * Of a session the root goes into the channel itself, as the beginning of a thread; everything else, and a root that got lost, into
     * the thread. What belongs to no session is the root of a thread of its own, unless it is said where it goes.
     */
    private Conversation placeOf(Outbox.Entry entry, Conversation channel, Face face, Optional<Delivered> delivered) {
        if (channel.type() != Conversation.Type.CHANNEL || channel.thread().isPresent()) {
            return channel;
        }
        boolean begins = face.slot().equals(Face.ROOT) || entry.kind() != Outbox.Kind.SESSION;
        Optional<Delivered> root = begins ? delivered : deliveries.find(entry, Face.ROOT);
        return root.map(Delivered::thread)
                .filter(thread -> !thread.isEmpty())
                .map(channel::inThread)
                .orElse(channel);
    }

    private String update(Conversation where, String activity, Message message) throws InterruptedException {
        try {
            transport.update(where, activity, message);
            return activity;
        } catch (DeliveryException.ActivityGone e) {
            return transport.post(where, message);
        } finally {
            // From its end on: when it reached Teams is not known, and the next one may be faster on its way.
            updated.put(activity, System.nanoTime());
        }
    }
}
