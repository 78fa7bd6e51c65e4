package nl.balansmonitor.teams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Thermometer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The cards that a session should have in its channel now, in the order in which they belong there. A pure view of what is stored. */
@Component
class Board {

    private final SessionPresenter sessions;
    private final ThermometerPresenter thermometers;
    private final RevealPresenter reveals;
    private final SummaryPresenter summaries;

    Board(
            SessionPresenter sessions,
            ThermometerPresenter thermometers,
            RevealPresenter reveals,
            SummaryPresenter summaries) {
        this.sessions = sessions;
        this.thermometers = thermometers;
        this.reveals = reveals;
        this.summaries = summaries;
    }

    /**
     * One card of a session.
     *
     * @param slot names it within the session, for good: what is drawn anew for a slot replaces what was posted for it
     */
    record Face(String slot, JsonNode card) {

        /** The slot of the card on which the session's thread hangs; always the first one. */
        static final String ROOT = "root";
    }

    List<Face> faces(Scene scene) {
        Session session = scene.session();
        var faces = new ArrayList<Face>();
        faces.add(new Face(Face.ROOT, sessions.card(scene)));
        for (Thermometer t : session.thermometers()) {
            faces.add(new Face("thermometer-" + t.statement(), thermometers.shared(scene, t.statement())));
        }
        session.thermometers().stream()
                .filter(t -> !t.open())
                .sorted(Comparator.comparingInt(Thermometer::revealed))
                .forEach(t -> faces.add(new Face("reveal-" + t.statement(), reveals.shared(scene, t.statement()))));
        if (session.phase() == Phase.CLOSED) {
            faces.add(new Face("summary", summaries.card(scene)));
        }
        return faces;
    }
}
