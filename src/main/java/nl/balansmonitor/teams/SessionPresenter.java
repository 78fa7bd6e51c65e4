package nl.balansmonitor.teams;

import java.util.List;
import java.util.Optional;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.StickerRounds;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the card that a session's thread hangs on: first the start card, then where the session is. */
@Component
class SessionPresenter {

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Notices notices;
    private final StartPresenter start;
    private final StickerRounds stickers;
    private final Thermometers thermometers;
    private final Actions actions;

    SessionPresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Notices notices,
            StartPresenter start,
            StickerRounds stickers,
            Thermometers thermometers,
            Actions actions) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.notices = notices;
        this.start = start;
        this.stickers = stickers;
        this.thermometers = thermometers;
        this.actions = actions;
    }

    private record Line(String icon, String theme, String text, boolean revealed, String progress) {}

    private record SessionValues(
            String session,
            boolean closed,
            boolean hasFollowUp,
            String followUp,
            List<Line> statements,
            String hint,
            String closeTitle) {}

    JsonNode card(Scene scene) {
        return switch (scene.session().phase()) {
            case CHOOSING -> start.card(scene);
            case WRITING, STICKERING, DECIDING, REACTING, CLOSING, CLOSED -> overview(scene);
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

    private JsonNode overview(Scene scene) {
        Session session = scene.session();
        boolean closed = !session.underWay();
        Optional<String> followUp = session.followUp()
                .flatMap(id -> actions.find(scene.space().id(), id))
                .map(action ->
                        texts.get(scene.language(), "phrase.session.followUp", action.what(), action.ownerName()));
        return cards.draw(
                "session",
                scene.language(),
                new SessionValues(
                        session.id().value(),
                        closed,
                        followUp.isPresent(),
                        followUp.orElse(""),
                        session.thermometers().stream().map(t -> line(scene, t)).toList(),
                        hint(scene),
                        closeTitle(scene.language(), session)));
    }

    private Line line(Scene scene, Thermometer thermometer) {
        Phrases.Heading heading = phrases.heading(scene.space(), thermometer.statement());
        return new Line(
                heading.icon(), heading.theme(), heading.text(), !thermometer.open(), progress(scene, thermometer));
    }

    private String progress(Scene scene, Thermometer thermometer) {
        if (scene.session().takesReactionsTo(thermometer.statement())) {
            return phrases.openUntil(scene.space(), scene.session())
                    .map(until -> texts.get(scene.language(), "phrase.session.progressOpenUntil", until))
                    .orElseGet(() -> texts.get(scene.language(), "phrase.session.progressOpen"));
        }
        Reading reading = thermometers.reading(scene.session(), thermometer.statement(), scene.invited());
        return thermometer.open()
                ? texts.get(scene.language(), "phrase.session.progressClosed")
                : texts.get(
                        scene.language(),
                        "phrase.session.progressRevealed",
                        phrases.responses(scene.language(), reading));
    }

    /** The progress of stickers and groups stands here and not on their cards: an edit would empty these under the hands of whoever writes. */
    private String hint(Scene scene) {
        Session session = scene.session();
        Language language = scene.language();
        return switch (session.phase()) {
            case CLOSING, CLOSED, CANCELLED -> texts.get(language, "phrase.session.hintClosed");
            case WRITING ->
                texts.get(language, "phrase.session.hintWrite") + " "
                        + phrases.handedIn(language, session.workshop().orElseThrow());
            case STICKERING ->
                texts.get(
                        language,
                        "phrase.session.hintStickers",
                        phrases.progress(language, stickers.done(session), scene.invited()));
            case DECIDING -> texts.get(language, "phrase.session.hintDecide");
            case CHOOSING, REACTING -> {
                String hint = session.takesReactions() ? "phrase.session.hintReact" : "phrase.session.hintDiscuss";
                yield session.window()
                        .map(window -> session.takesReactions() ? window.revealAt() : window.closesAt())
                        .map(moment -> texts.get(language, hint + "Until", phrases.moment(scene.space(), moment)))
                        .orElseGet(() -> texts.get(language, hint));
            }
        };
    }
}
