package nl.balansmonitor.teams;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.teams.botframework.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends to Teams, without letting anybody wait for it: each space has a lane of its own. */
@Component
class Courier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Delivery delivery;
    private final Outbox outbox;
    private final SendingProperties properties;
    private final ConcurrentMap<SpaceId, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean running;

    Courier(Delivery delivery, Outbox outbox, SendingProperties properties) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Something about this session changed: its cards will follow. Once this returned, that survives a crash. */
    void touch(Session session) {
        lane(session.space()).touch(Outbox.Entry.of(session));
    }

    /** What a space proposes may be about to change: once this returned, a crash can't keep that from the channel. */
    void expectProposals(SpaceId space) {
        lane(space).keep(Outbox.Entry.ofProposals(space));
    }

    /** What a space proposes to discuss may have changed, or what became of it: the cards will follow. */
    void touchProposals(SpaceId space) {
        lane(space).touch(Outbox.Entry.ofProposals(space));
    }

    /** Posts an answer to what somebody typed. */
    void reply(SpaceId space, Conversation where, Message message) {
        lane(space).reply(where, message);
    }

    /** Takes up what an earlier process left undone. */
    @Override
    public void start() {
        running = true;
        var left = outbox.all();
        left.forEach(entry -> lane(entry.space()).touch(entry));
        LOG.info("{} sessions and proposals to look after", left.size());
    }

    @Override
    public void stop() {
        running = false;
        lanes.values().forEach(Lane::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Lane lane(SpaceId space) {
        return lanes.computeIfAbsent(space, s -> new Lane(s, delivery, outbox, properties));
    }
}
