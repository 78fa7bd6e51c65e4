package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the card that a session's thread hangs on: first to choose statements, then to see where the session is. */
@Component
class SessionPresenter {

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Notices notices;
    private final Sessions sessions;
    private final Thermometers thermometers;
    private final Decks decks;

    SessionPresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Notices notices,
            Sessions sessions,
            Thermometers thermometers,
            Decks decks) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.notices = notices;
        this.sessions = sessions;
        this.thermometers = thermometers;
        this.decks = decks;
    }

    private record Suggested(String icon, String theme, String text, String reason) {}

    private record Choice(String id, String icon, String theme, String text) {}

    private record StartValues(String session, List<Suggested> suggestion, String selected, List<Choice> statements) {}

    private record Line(String icon, String theme, String text, boolean revealed, String progress) {}

    private record SessionValues(
            String session, boolean closed, List<Line> statements, String hint, String closeTitle) {}

    JsonNode card(Scene scene) {
        return switch (scene.session().phase()) {
            case CHOOSING, WRITING, STICKERING, DECIDING -> start(scene);
            case REACTING, CLOSING, CLOSED -> overview(scene);
            case CANCELLED -> notices.cancelled(scene.language());
        };
    }

    /** What a button that closes this session is called: it says what would be lost. */
    String closeTitle(Language language, Session session) {
        long unrevealed =
                session.thermometers().stream().filter(Thermometer::open).count();
        return unrevealed == 0
                ? texts.get(language, "phrase.session.closeTitle")
                : texts.get(language, "phrase.session.closeTitleUnrevealed", unrevealed);
    }

    private JsonNode start(Scene scene) {
        Language language = scene.language();
        List<StatementId> suggestion = scene.session().suggestion();
        return cards.draw(
                "start",
                language,
                new StartValues(
                        scene.session().id().value(),
                        suggestion.stream().map(id -> suggested(scene, id)).toList(),
                        String.join(
                                ",", suggestion.stream().map(StatementId::value).toList()),
                        decks.of(scene.space().id()).byTheme().values().stream()
                                .flatMap(List::stream)
                                .map(s -> choice(language, s))
                                .toList()));
    }

    private Choice choice(Language language, Statement statement) {
        Phrases.Heading heading = phrases.heading(language, statement);
        return new Choice(statement.id().value(), heading.icon(), heading.theme(), heading.text());
    }

    private Suggested suggested(Scene scene, StatementId id) {
        Statement statement = decks.statement(scene.space().id(), id);
        Phrases.Heading heading = phrases.heading(scene.language(), statement);
        return new Suggested(heading.icon(), heading.theme(), heading.text(), reason(scene, statement));
    }

    private String reason(Scene scene, Statement statement) {
        Language language = scene.language();
        String when = sessions.lastMeasured(scene.space().id(), statement.id())
                .map(moment -> texts.get(
                        language,
                        "phrase.start.reasonLongAgo",
                        Texts.month(language, moment, scene.space().zone())))
                .orElseGet(() -> texts.get(language, "phrase.start.reasonNever"));
        return statement.theme() == Theme.PUPILS
                ? when + " · " + texts.get(language, "phrase.start.reasonPupils")
                : when;
    }

    private JsonNode overview(Scene scene) {
        Session session = scene.session();
        boolean closed = session.phase() != Phase.REACTING;
        return cards.draw(
                "session",
                scene.language(),
                new SessionValues(
                        session.id().value(),
                        closed,
                        session.thermometers().stream().map(t -> line(scene, t)).toList(),
                        texts.get(scene.language(), "phrase.session." + hint(session)),
                        closeTitle(scene.language(), session)));
    }

    private Line line(Scene scene, Thermometer thermometer) {
        Phrases.Heading heading = phrases.heading(scene.space(), thermometer.statement());
        return new Line(
                heading.icon(), heading.theme(), heading.text(), !thermometer.open(), progress(scene, thermometer));
    }

    private String progress(Scene scene, Thermometer thermometer) {
        if (scene.session().takesReactionsTo(thermometer.statement())) {
            return texts.get(scene.language(), "phrase.session.progressOpen");
        }
        Reading reading = thermometers.reading(scene.session(), thermometer.statement(), scene.invited());
        return thermometer.open()
                ? texts.get(scene.language(), "phrase.session.progressClosed")
                : texts.get(
                        scene.language(),
                        "phrase.session.progressRevealed",
                        phrases.responses(scene.language(), reading));
    }

    private static String hint(Session session) {
        return switch (session.phase()) {
            case CLOSING, CLOSED, CANCELLED -> "hintClosed";
            case CHOOSING, WRITING, STICKERING, DECIDING, REACTING ->
                session.thermometers().stream().anyMatch(Thermometer::open) ? "hintReact" : "hintDiscuss";
        };
    }
}
