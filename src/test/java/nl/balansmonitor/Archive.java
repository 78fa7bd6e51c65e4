package nl.balansmonitor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.StickerRound;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;

/** What the sessions of a space left behind, made up by a test and put where the sessions themselves would have put it. */
public final class Archive {

    private static final MemberId SANNE = new MemberId("sanne");

    private final SpaceId space;
    private final Map<Key, Object> documents = new LinkedHashMap<>();

    public Archive(SpaceId space) {
        this.space = space;
    }

    /** Adds a closed session about these statements. */
    public Archive closed(
            SessionId id, Instant startedAt, List<StatementId> statements, Optional<StickerRound> stickers) {
        return add(id, Phase.CLOSED, startedAt, statements, stickers);
    }

    /** Adds a session about these statements that goes on. */
    public Archive goingOn(SessionId id, Instant startedAt, List<StatementId> statements) {
        return add(id, Phase.REACTING, startedAt, statements, Optional.empty());
    }

    public Archive add(Reading reading) {
        return put("reading:" + reading.session() + ":" + reading.statement(), reading);
    }

    public Archive add(ActionItem action) {
        return put("action:" + action.id(), action);
    }

    /** Writes all of it, many at a time, as a store takes them fastest so. */
    public void writeTo(Documents store) {
        try (var threads = Executors.newFixedThreadPool(32)) {
            documents.entrySet().stream()
                    .map(d -> CompletableFuture.runAsync(() -> store.create(d.getKey(), d.getValue()), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private Archive add(
            SessionId id,
            Phase phase,
            Instant startedAt,
            List<StatementId> statements,
            Optional<StickerRound> stickers) {
        List<Thermometer> thermometers =
                statements.stream().map(s -> new Thermometer(s, 1)).toList();
        return put(
                "session:" + id,
                new Session(
                        id,
                        space,
                        SANNE,
                        phase,
                        startedAt,
                        statements,
                        thermometers,
                        null,
                        stickers,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Archive put(String id, Object document) {
        documents.put(Space.partition(space).key(id), document);
        return this;
    }
}
