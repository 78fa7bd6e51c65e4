package nl.balansmonitor.teams;

import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.wording.Phrases;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the one reminder of a session that is open for days: for everybody, and of nothing but how many are done. */
@Component
class HalfwayPresenter {

    private final Phrases phrases;
    private final Notices notices;
    private final Thermometers thermometers;

    HalfwayPresenter(Phrases phrases, Notices notices, Thermometers thermometers) {
        this.phrases = phrases;
        this.notices = notices;
        this.thermometers = thermometers;
    }

    /** While reactions are taken. Of several statements, the one with the fewest reactions counts. */
    JsonNode card(Scene scene) {
        int done = scene.session().thermometers().stream()
                .filter(Thermometer::open)
                .mapToInt(t -> thermometers.reactions(scene.session(), t.statement()))
                .min()
                .orElse(0);
        return notices.halfway(
                scene.language(),
                phrases.progress(scene.language(), done, scene.invited()),
                phrases.openUntil(scene.space(), scene.session()).orElseThrow());
    }

    /** In its place when no more reactions are taken. */
    JsonNode over(Scene scene) {
        return notices.halfwayOver(scene.language());
    }
}
