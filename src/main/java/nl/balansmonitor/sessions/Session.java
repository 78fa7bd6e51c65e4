package nl.balansmonitor.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * One run of the instrument. An immutable value; {@link Sessions} alone changes what is stored.
 *
 * @param facilitator  who started it and moves it on, as every leader may
 * @param suggestion   what the start card proposes
 * @param thermometers what was chosen, in that order; empty until then
 * @param key          makes pseudonyms of members; null once a close has counted the ballots, and when it is over
 * @param stickers     empty unless the team chooses, or chose, by stickers
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Session(
        SessionId id,
        SpaceId space,
        MemberId facilitator,
        Phase phase,
        Instant startedAt,
        List<StatementId> suggestion,
        List<Thermometer> thermometers,
        @Nullable SessionKey key,
        Optional<StickerRound> stickers) {

    /** Keeps its own copies of the lists. */
    public Session {
        suggestion = List.copyOf(suggestion);
        thermometers = List.copyOf(thermometers);
    }

    /** The thermometer of this statement; empty if the session does not have it. */
    public Optional<Thermometer> thermometer(StatementId statement) {
        return thermometers.stream()
                .filter(t -> t.statement().equals(statement))
                .findFirst();
    }

    /** Whether this statement takes reactions now. */
    public boolean takesReactionsTo(StatementId statement) {
        return phase == Phase.REACTING
                && thermometer(statement).map(Thermometer::open).orElse(false);
    }

    /** Whether this statement was revealed; false also if the session does not have it. */
    public boolean revealed(StatementId statement) {
        return thermometer(statement).filter(t -> !t.open()).isPresent();
    }

    /** Whether it is over, for good. */
    public boolean over() {
        return switch (phase) {
            case CHOOSING, WRITING, STICKERING, DECIDING, REACTING, CLOSING -> false;
            case CLOSED, CANCELLED -> true;
        };
    }

    /** Whether the team is at work in it, so that another start card must not take its place. */
    public boolean underWay() {
        return switch (phase) {
            case WRITING, STICKERING, DECIDING, REACTING -> true;
            case CHOOSING, CLOSING, CLOSED, CANCELLED -> false;
        };
    }

    /** Whether it has a sticker round of which the result is not known yet. */
    boolean uncounted() {
        return stickers.filter(round -> round.tally().isEmpty()).isPresent();
    }

    /** Whether this is its facilitator or a leader, who may take the facilitator's steps. */
    public boolean mayBeSteeredBy(Actor actor) {
        return actor.leader() || actor.member().equals(facilitator);
    }

    Session in(Phase next) {
        return new Session(id, space, facilitator, next, startedAt, suggestion, thermometers, key, stickers);
    }

    Session withoutKey() {
        return new Session(id, space, facilitator, phase, startedAt, suggestion, thermometers, null, stickers);
    }

    Session over(Phase last) {
        return in(last).withoutKey();
    }

    Session stickering(StickerRound round) {
        return with(round).in(Phase.STICKERING);
    }

    /** With the result of its sticker round, which suggests what to measure. */
    Session counted(Tally tally, List<StatementId> focus) {
        Session counted = with(stickers.orElseThrow().counted(tally));
        return new Session(id, space, facilitator, phase, startedAt, focus, thermometers, key, counted.stickers);
    }

    Session measuring(List<StatementId> statements) {
        return with(statements.stream().map(s -> new Thermometer(s, 0)).toList())
                .in(Phase.REACTING);
    }

    Session revealing(StatementId statement) {
        int turn = 1 + (int) thermometers.stream().filter(t -> !t.open()).count();
        return with(thermometers.stream()
                .map(t -> t.open() && t.statement().equals(statement) ? new Thermometer(statement, turn) : t)
                .toList());
    }

    private Session with(List<Thermometer> next) {
        return new Session(id, space, facilitator, phase, startedAt, suggestion, next, key, stickers);
    }

    private Session with(StickerRound round) {
        return new Session(id, space, facilitator, phase, startedAt, suggestion, thermometers, key, Optional.of(round));
    }
}
