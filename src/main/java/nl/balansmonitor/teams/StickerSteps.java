package nl.balansmonitor.teams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Placement;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.StickerRounds;
import nl.balansmonitor.sessions.Stickers;
import nl.balansmonitor.sessions.Window;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.teams.botframework.Reply;
import org.springframework.stereotype.Component;

/** Choosing by stickers: opening a round, placing them, and closing it. */
@Component
class StickerSteps {

    private static final int NO_BUDGET = 0;

    private final Sessions sessions;
    private final StickerRounds rounds;
    private final Openings openings;
    private final Courier courier;
    private final Answers answers;
    private final Lines lines;
    private final SessionPresenter overview;
    private final StickerPresenter stickers;
    private final RankingPresenter ranking;

    StickerSteps(
            Sessions sessions,
            StickerRounds rounds,
            Openings openings,
            Courier courier,
            Answers answers,
            Lines lines,
            SessionPresenter overview,
            StickerPresenter stickers,
            RankingPresenter ranking) {
        this.sessions = sessions;
        this.rounds = rounds;
        this.openings = openings;
        this.courier = courier;
        this.answers = answers;
        this.lines = lines;
        this.overview = overview;
        this.stickers = stickers;
        this.ranking = ranking;
    }

    Reply.Invoked take(Caller caller, Request.OfStickers request) {
        return switch (request) {
            case Request.OpenStickers r -> open(caller, r);
            case Request.PlaceStickers r -> place(caller, r);
            case Request.CloseStickers r -> close(caller, r);
            case Request.ViewStickers r -> answers.withSession(caller, r.session(), session -> view(caller, session));
        };
    }

    /** Over what was ticked, if that is a choice of the facilitator's own; else over the theme that was measured longest ago. */
    private Reply.Invoked open(Caller caller, Request.OpenStickers request) {
        return answers.withSession(caller, request.session(), session -> {
            boolean ticked =
                    request.statements().size() > 1 && !request.statements().equals(session.suggestion());
            List<StatementId> round = ticked
                    ? request.statements()
                    : sessions.suggestedRound(caller.space().id()).stream()
                            .map(Statement::id)
                            .toList();
            OptionalInt budget = request.budget().isBlank()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Numbers.whole(request.budget()).orElse(NO_BUDGET));
            return answers.of(
                    caller, rounds.open(caller.space().id(), session.id(), caller.actor(), round, budget), opened -> {
                        courier.touch(opened);
                        return Reply.Invoked.card(overview.card(answers.scene(caller, opened)));
                    });
        });
    }

    private Reply.Invoked place(Caller caller, Request.PlaceStickers request) {
        if (request.stickers().values().stream().anyMatch(n -> Numbers.whole(n).isEmpty())) {
            return answers.line(caller, "notStickers");
        }
        var placed = new Stickers(request.stickers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> Numbers.whole(e.getValue()).orElseThrow())));
        return switch (rounds.place(caller.space().id(), request.session(), caller.member(), placed)) {
            case Placement.Refused(SessionRefusal reason) -> answers.refused(caller, reason);
            case Placement.OverBudget(long by, int budget) ->
                answers.withSession(
                        caller,
                        request.session(),
                        session -> Reply.Invoked.card(stickers.refused(
                                answers.scene(caller, session),
                                request.stickers(),
                                lines.overBudget(caller.space().language(), by, budget))));
            case Placement.Placed(Session session, Stickers mine) -> {
                courier.touch(session);
                yield Reply.Invoked.card(stickers.own(answers.scene(caller, session), caller.member()));
            }
        };
    }

    private Reply.Invoked close(Caller caller, Request.CloseStickers request) {
        return answers.withSession(caller, request.session(), session -> {
            if (request.onlyCount() && session.phase() == Phase.DECIDING) {
                return view(caller, session);
            }
            return answers.of(
                    caller,
                    openings.prepared(caller.space(), session.id(), request.until()),
                    window -> answers.of(caller, closed(caller, session, request, window), next -> {
                        courier.touch(next);
                        return view(caller, next);
                    }));
        });
    }

    private Outcome<Session, SessionRefusal> closed(
            Caller caller, Session session, Request.CloseStickers request, Optional<Window> window) {
        var space = caller.space().id();
        if (!request.statements().isEmpty()) {
            return rounds.closeAndMeasure(space, session.id(), caller.actor(), request.statements(), window);
        }
        return session.phase() == Phase.DECIDING
                ? sessions.measure(space, session.id(), caller.actor(), session.suggestion(), window)
                : rounds.close(space, session.id(), caller.actor());
    }

    private Reply.Invoked view(Caller caller, Session session) {
        Scene scene = answers.scene(caller, session);
        return switch (session.phase()) {
            case STICKERING -> Reply.Invoked.card(stickers.own(scene, caller.member()));
            case DECIDING, REACTING, CLOSING, CLOSED ->
                session.stickers().flatMap(r -> r.tally()).isPresent()
                        ? Reply.Invoked.card(ranking.card(scene))
                        : answers.refused(caller, SessionRefusal.STICKERS_NOT_OPEN);
            case CHOOSING, WRITING -> answers.refused(caller, SessionRefusal.STICKERS_NOT_OPEN);
            case CANCELLED -> answers.refused(caller, SessionRefusal.SESSION_OVER);
        };
    }
}
