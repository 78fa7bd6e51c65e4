package nl.balansmonitor.teams;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.balansmonitor.reports.ReportLinks;
import nl.balansmonitor.sessions.History;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the answer to {@code rapport}: fresh links to the reports of the last sessions, and to the figures of all of them. */
@Component
class ReportsPresenter {

    private static final int MOST_SHOWN = 8;

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final History history;
    private final ReportLinks links;
    private final Places places;
    private final Clock clock;

    ReportsPresenter(
            Cards cards, Texts texts, Phrases phrases, History history, ReportLinks links, Places places, Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.history = history;
        this.links = links;
        this.places = places;
        this.clock = clock;
    }

    private record Line(String date, String statements, String url) {}

    private record Values(
            String space,
            boolean hasPlace,
            String place,
            boolean hasReports,
            String none,
            boolean canBegin,
            boolean withdrawn,
            String until,
            List<Line> sessions,
            boolean hasMore,
            String more,
            String readings,
            String actions) {}

    /**
     * @param alone     whether it is drawn for one reader in his own chat: in his language, and it says which channel it is about
     * @param withdrawn whether all older links have just been withdrawn
     */
    JsonNode card(Caller caller, boolean alone, boolean withdrawn) {
        Space space = caller.space();
        Language language = alone ? caller.language() : space.language();
        Instant expires = clock.instant().plus(links.lifetime());
        Optional<URI> files = links.toExport(space.id(), expires);
        List<Session> closed = history.closed(space.id()).reversed();
        List<Line> lines = files.isEmpty()
                ? List.of()
                : closed.stream()
                        .limit(MOST_SHOWN)
                        .flatMap(session -> line(language, space, session, expires).stream())
                        .toList();
        return cards.draw(
                "reports",
                language,
                new Values(
                        space.id().value(),
                        alone,
                        alone ? places.of(language, space.id()) : "",
                        !lines.isEmpty(),
                        texts.get(
                                language,
                                files.isEmpty() ? "phrase.reports.notConfigured" : "phrase.reports.noSession"),
                        !alone && files.isPresent() && lines.isEmpty(),
                        withdrawn,
                        texts.get(
                                language,
                                "phrase.reports.until",
                                Texts.date(language, LocalDate.ofInstant(expires, space.zone()))),
                        lines,
                        closed.size() > lines.size(),
                        texts.get(language, "phrase.reports.more", closed.size() - lines.size()),
                        files.map(url -> url + "/readings.csv").orElse(""),
                        files.map(url -> url + "/actions.csv").orElse("")));
    }

    private Optional<Line> line(Language language, Space space, Session session, Instant expires) {
        return links.toReport(space.id(), session.id(), expires)
                .map(url -> new Line(
                        Texts.date(language, LocalDate.ofInstant(session.startedAt(), space.zone())),
                        session.thermometers().stream()
                                .map(Thermometer::statement)
                                .map(id -> phrases.heading(language, space, id).text())
                                .collect(Collectors.joining(" · ")),
                        url.toString()));
    }

    /** The link on a session's summary; the same as long as its readings stay, so that the card need not be changed for it. */
    Optional<String> of(SpaceId space, Session session, Instant counted) {
        return links.toReport(space, session.id(), counted.plus(links.lifetime()))
                .map(URI::toString);
    }
}
