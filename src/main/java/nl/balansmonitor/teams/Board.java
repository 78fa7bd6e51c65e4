package nl.balansmonitor.teams;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Thermometer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The cards that a session should have in its channel now, in the order in which they belong there. A view of what is stored and of the time. */
@Component
class Board {

    /** The slot of the card with what a session leaves. */
    static final String SUMMARY = "summary";

    static final String WORKSHOP = "workshop";
    static final String STICKERS = "stickers";
    static final String HALFWAY = "halfway";

    /** What the slots of a statement's cards begin with. */
    static final String THERMOMETER = "thermometer-";

    static final String REVEAL = "reveal-";

    private final SessionPresenter sessions;
    private final WorkshopPresenter workshops;
    private final StickerPresenter stickers;
    private final RankingPresenter rankings;
    private final ThermometerPresenter thermometers;
    private final HalfwayPresenter halfway;
    private final RevealPresenter reveals;
    private final SummaryPresenter summaries;
    private final Deliveries deliveries;
    private final Clock clock;

    Board(
            SessionPresenter sessions,
            WorkshopPresenter workshops,
            StickerPresenter stickers,
            RankingPresenter rankings,
            ThermometerPresenter thermometers,
            HalfwayPresenter halfway,
            RevealPresenter reveals,
            SummaryPresenter summaries,
            Deliveries deliveries,
            Clock clock) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.stickers = stickers;
        this.rankings = rankings;
        this.thermometers = thermometers;
        this.halfway = halfway;
        this.reveals = reveals;
        this.summaries = summaries;
        this.deliveries = deliveries;
        this.clock = clock;
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
        workshop(scene).ifPresent(card -> faces.add(new Face(WORKSHOP, card)));
        stickers(scene).ifPresent(card -> faces.add(new Face(STICKERS, card)));
        for (Thermometer t : session.thermometers()) {
            faces.add(new Face(THERMOMETER + t.statement(), thermometers.shared(scene, t.statement())));
        }
        halfway(scene).ifPresent(card -> faces.add(new Face(HALFWAY, card)));
        session.thermometers().stream()
                .filter(t -> !t.open())
                .sorted(Comparator.comparingInt(Thermometer::revealed))
                .forEach(t -> faces.add(new Face(REVEAL + t.statement(), reveals.shared(scene, t.statement()))));
        if (session.phase() == Phase.CLOSED) {
            faces.add(new Face(SUMMARY, summaries.card(scene)));
        }
        return faces;
    }

    /** The writing while it goes on. Afterwards the session remembers nothing of it: whether there was any, its card tells. */
    private Optional<JsonNode> workshop(Scene scene) {
        Session session = scene.session();
        if (session.phase() == Phase.WRITING) {
            return Optional.of(workshops.shared(scene));
        }
        return deliveries.find(Outbox.Entry.of(session), WORKSHOP).map(posted -> workshops.over(scene));
    }

    /** The reminder from half time on; not at all if reactions were over before anybody came to post it. */
    private Optional<JsonNode> halfway(Scene scene) {
        Session session = scene.session();
        if (session.window().isEmpty()) {
            return Optional.empty();
        }
        boolean posted = deliveries
                .find(Outbox.Entry.of(session), HALFWAY)
                .filter(d -> !d.refused())
                .isPresent();
        if (session.takesReactions()) {
            boolean time = session.window().get().inSecondHalf(clock.instant());
            return time || posted ? Optional.of(halfway.card(scene)) : Optional.empty();
        }
        return posted ? Optional.of(halfway.over(scene)) : Optional.empty();
    }

    /** The round while it is open, and in its place what it came to. */
    private Optional<JsonNode> stickers(Scene scene) {
        return scene.session().stickers().flatMap(round -> {
            if (round.tally().isPresent()) {
                return Optional.of(rankings.card(scene));
            }
            return scene.session().phase() == Phase.STICKERING ? Optional.of(stickers.shared(scene)) : Optional.empty();
        });
    }
}
