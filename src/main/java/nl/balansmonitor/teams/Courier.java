package nl.balansmonitor.teams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import nl.balansmonitor.documents.StorageUnavailableException;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends to Teams, without letting anybody wait for it: each space has a lane of its own while there is something to send. The metric
 * {@code balans.sending.pending} tells how much there is: answers, and sessions and the like whose cards may differ from what Teams shows;
 * {@code balans.outbox.age} for how many seconds the oldest of them has been waiting.
 */
@Component
class Courier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** Every so often a sweep looks at everything: what nobody left behind may still have been missed. */
    private static final int WHOLE_SWEEP = 4;

    private final Delivery delivery;
    private final Transport transport;
    private final Outbox outbox;
    private final Claims claims;
    private final Backlog backlog;
    private final SendingProperties properties;
    private final SecureRandom random;
    private final ConcurrentMap<SpaceId, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean running;
    private int sweeps;

    Courier(
            Delivery delivery,
            Transport transport,
            Outbox outbox,
            Claims claims,
            Backlog backlog,
            SendingProperties properties,
            SecureRandom random,
            MeterRegistry meters) {
        this.delivery = delivery;
        this.transport = transport;
        this.outbox = outbox;
        this.claims = claims;
        this.backlog = backlog;
        this.properties = properties;
        this.random = random;
        meters.gauge(
                "balans.sending.pending",
                lanes,
                all -> all.values().stream().mapToInt(Lane::waiting).sum());
        TimeGauge.builder(
                        "balans.outbox.age",
                        this,
                        TimeUnit.MILLISECONDS,
                        courier -> courier.oldest().toMillis())
                .register(meters);
    }

    /** For how long the oldest has been waiting of what could be sent. */
    private Duration oldest() {
        return lanes.values().stream()
                .map(Lane::oldest)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Writes down that something has been waiting for too long. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tellIfLate() {
        Duration oldest = oldest();
        if (oldest.compareTo(properties.lateAfter()) > 0) {
            LOG.atWarn()
                    .addKeyValue(Chronicle.EVENT, "outbox.late")
                    .addKeyValue("balans.seconds", oldest.toSeconds())
                    .log("outbox.late: the oldest that waits for Teams does so since {} s", oldest.toSeconds());
        }
    }

    /** Something about this session changed: its cards will follow. Once this returned, that survives a crash. */
    void touch(Session session) {
        touch(Outbox.Entry.of(session));
    }

    /** What a space proposes may be about to change: once this returned, a crash can't keep that from the channel. */
    void expectProposals(SpaceId space) {
        inLane(space, lane -> lane.keep(Outbox.Entry.ofProposals(space)));
    }

    /** What a space proposes to discuss may have changed, or what became of it: the cards will follow. */
    void touchProposals(SpaceId space) {
        touch(Outbox.Entry.ofProposals(space));
    }

    /** The reminders of this action may have to be posted, or to change. */
    void touchReminders(SpaceId space, ActionId action) {
        touch(Outbox.Entry.ofReminders(space, action));
    }

    /** A planned session is to be announced, or what became of it changed. */
    void touchOccasion(SpaceId space, LocalDate date) {
        touch(Outbox.Entry.ofOccasion(space, date));
    }

    /** Posts an answer to what somebody typed. */
    void reply(SpaceId space, Conversation where, Message message) {
        inLane(space, lane -> lane.reply(where, message));
    }

    /** Takes up what an earlier process left undone. */
    @Override
    public void start() {
        running = true;
        var left = outbox.all();
        left.forEach(kept -> touch(kept.entry()));
        LOG.info("{} sessions, reminders and proposals to look after", left.size());
    }

    /** Takes up what another instance was in the midst of when it died, and now and then looks at everything. */
    @Scheduled(
            initialDelayString = "${balans.sending.sweep-interval:30s}",
            fixedDelayString = "${balans.sending.sweep-interval:30s}")
    void sweep() {
        if (!running) {
            return;
        }
        boolean whole = ++sweeps % WHOLE_SWEEP == 0;
        try {
            outbox.all().stream()
                    .filter(kept -> whole || claims.abandoned(kept))
                    .forEach(kept -> touch(kept.entry()));
        } catch (StorageUnavailableException e) {
            LOG.warn("no look at what others left undone: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        lanes.values().forEach(Lane::stop);
        lanes.values().forEach(Lane::awaitEnd);
        claims.releaseAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins before the first request comes in and ends after the last one, so that what each changes is still sent. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void touch(Outbox.Entry entry) {
        inLane(entry.space(), lane -> lane.touch(entry));
    }

    /** A lane that has ended takes nothing any more: then the next one does. */
    private void inLane(SpaceId space, Predicate<Lane> put) {
        Lane lane = lanes.computeIfAbsent(space, this::newLane);
        while (!put.test(lane)) {
            lanes.remove(space, lane);
            lane = lanes.computeIfAbsent(space, this::newLane);
        }
    }

    private Lane newLane(SpaceId space) {
        var lane = new Lane(space, delivery, transport, outbox, backlog, new Backoff(properties, random));
        lane.start();
        return lane;
    }
}
