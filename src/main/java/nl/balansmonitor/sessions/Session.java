package nl.balansmonitor.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.shared.ActionId;
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
 * @param workshop     empty unless groups write statements of their own; who was in which group is forgotten with it
 * @param window       for how long its thermometers stay open; empty while none are, and in a session of one meeting
 * @param followUp     the action because of which its statement is asked again; empty in every other session
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
        Optional<StickerRound> stickers,
        Optional<Workshop> workshop,
        Optional<Window> window,
        Optional<ActionId> followUp) {

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

    /** Whether any of its statements takes reactions. */
    public boolean takesReactions() {
        return phase == Phase.REACTING && thermometers.stream().anyMatch(Thermometer::open);
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

    /** Whether its sticker round is, or was, over this statement too. */
    boolean stickersOn(StatementId statement) {
        return stickers.filter(round -> round.statements().contains(statement)).isPresent();
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
        return new Session(
                id,
                space,
                facilitator,
                next,
                startedAt,
                suggestion,
                thermometers,
                key,
                stickers,
                workshop,
                window,
                followUp);
    }

    /** Without the key and the groups, after which nothing tells any more who wrote or placed what. */
    Session withoutTraces() {
        return new Session(
                id,
                space,
                facilitator,
                phase,
                startedAt,
                suggestion,
                thermometers,
                null,
                stickers,
                Optional.empty(),
                window,
                followUp);
    }

    Session over(Phase last) {
        return in(last).withoutTraces();
    }

    Session writing(Workshop now) {
        return new Session(
                id,
                space,
                facilitator,
                Phase.WRITING,
                startedAt,
                suggestion,
                thermometers,
                key,
                stickers,
                Optional.of(now),
                window,
                followUp);
    }

    /** With a sticker round, before which a workshop has ended if there was one. */
    Session stickering(StickerRound round) {
        return new Session(
                id,
                space,
                facilitator,
                Phase.STICKERING,
                startedAt,
                suggestion,
                thermometers,
                key,
                Optional.of(round),
                Optional.empty(),
                window,
                followUp);
    }

    /** With the result of its sticker round, which suggests what to measure. */
    Session counted(Tally tally, List<StatementId> focus) {
        var round = stickers.map(r -> r.counted(tally));
        return new Session(
                id, space, facilitator, phase, startedAt, focus, thermometers, key, round, workshop, window, followUp);
    }

    Session measuring(List<StatementId> statements, Optional<Window> openFor) {
        return with(statements.stream().map(s -> new Thermometer(s, 0)).toList(), openFor)
                .in(Phase.REACTING);
    }

    /** With everything revealed that was open, in its order. */
    Session revealingAll() {
        Session next = this;
        for (Thermometer t : thermometers) {
            next = next.revealing(t.statement());
        }
        return next;
    }

    Session revealing(StatementId statement) {
        int turn = 1 + (int) thermometers.stream().filter(t -> !t.open()).count();
        return with(
                thermometers.stream()
                        .map(t -> t.open() && t.statement().equals(statement) ? new Thermometer(statement, turn) : t)
                        .toList(),
                window);
    }

    private Session with(List<Thermometer> next, Optional<Window> openFor) {
        return new Session(
                id, space, facilitator, phase, startedAt, suggestion, next, key, stickers, workshop, openFor, followUp);
    }
}
