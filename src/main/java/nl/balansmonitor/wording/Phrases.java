package nl.balansmonitor.wording;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Workshop;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;
import org.springframework.stereotype.Component;

/** The small sentences that several cards share. */
@Component
public class Phrases {

    /** Two means that look alike with one decimal are alike. */
    private static final double SAME = 0.05;

    private final Texts texts;
    private final Decks decks;

    public Phrases(Texts texts, Decks decks) {
        this.texts = texts;
        this.decks = decks;
    }

    /** A statement with its theme, as it heads a card. */
    public record Heading(String icon, String theme, String text) {}

    public Heading heading(Space space, StatementId id) {
        return heading(space.language(), space, id);
    }

    public Heading heading(Language language, Space space, StatementId id) {
        return heading(language, decks.statement(space.id(), id));
    }

    public Heading heading(Language language, Statement statement) {
        return new Heading(
                icon(language, statement.theme()), theme(language, statement.theme()), statement.text(language));
    }

    public String theme(Language language, Theme theme) {
        return texts.get(language, "theme." + theme.name());
    }

    public String icon(Language language, Theme theme) {
        return texts.get(language, "theme." + theme.name() + ".icon");
    }

    /** Such as {@code laatst gemeten in maart 2026}, or {@code nog nooit gemeten}. */
    public String lastMeasured(Space space, Optional<Instant> last) {
        Language language = space.language();
        return last.map(moment ->
                        texts.get(language, "phrase.start.reasonLongAgo", Texts.month(language, moment, space.zone())))
                .orElseGet(() -> texts.get(language, "phrase.start.reasonNever"));
    }

    /** Such as {@code di 1 dec om 15:30}. */
    public String moment(Language language, LocalDateTime at) {
        return moment(language, Texts.day(language, at.toLocalDate()), at);
    }

    /** Such as {@code di 2 mrt 2027 om 15:30}. */
    public String momentWithYear(Language language, LocalDateTime at) {
        return moment(language, Texts.day(language, at.toLocalDate()) + "\u00a0" + at.getYear(), at);
    }

    private String moment(Language language, String day, LocalDateTime at) {
        return texts.get(language, "phrase.plan.moment", day, at.toLocalTime().toString());
    }

    /** Such as {@code 12 van 12 reageerden}; who has left since then was there when he reacted. */
    public String responses(Language language, Reading reading) {
        return reading.invited() == 0
                ? texts.get(language, "phrase.reveal.responsesUnknown", reading.reactions())
                : texts.get(
                        language,
                        "phrase.reveal.responses",
                        reading.reactions(),
                        Math.max(reading.reactions(), reading.invited()));
    }

    /** Such as {@code 7 van 12 klaar}. */
    public String progress(Language language, int done, int invited) {
        return invited == 0
                ? texts.get(language, "phrase.thermometer.progressUnknown", done)
                : texts.get(language, "phrase.thermometer.progress", done, Math.max(done, invited));
    }

    /** Such as {@code do 3 dec 16:00}, which no line break takes apart. */
    public String moment(Space space, Instant moment) {
        return Texts.day(space.language(), LocalDate.ofInstant(moment, space.zone())) + "\u00a0"
                + Texts.time(moment, space.zone());
    }

    /** Until when a session that is open for days takes reactions; empty once it takes none, and in every other session. */
    public Optional<String> openUntil(Space space, Session session) {
        return session.window()
                .filter(window -> session.takesReactions())
                .map(window -> moment(space, window.revealAt()));
    }

    /** What is asked in a box of the workshop. */
    public String question(Language language, Box box) {
        return texts.get(language, "phrase.workshop.box." + box.name());
    }

    /** Such as {@code Ingeleverd: groepje 1: 2 · groepje 2: 0}, for all groups of a workshop. */
    public String handedIn(Language language, Workshop workshop) {
        return texts.get(
                language,
                "phrase.workshop.handedIn",
                IntStream.rangeClosed(1, workshop.groups().size())
                        .mapToObj(n -> texts.get(
                                language,
                                "phrase.workshop.ofGroup",
                                n,
                                workshop.handedInBy(n).size()))
                        .collect(joining(" · ")));
    }

    public String spread(Language language, Distribution distribution) {
        return texts.get(
                language,
                switch (distribution.agreement()) {
                    case AGREED -> "phrase.reveal.spreadAgreed";
                    case MIXED -> "phrase.reveal.spreadMixed";
                    case DIVIDED -> "phrase.reveal.spreadDivided";
                });
    }

    public String mean(Language language, Distribution distribution) {
        return texts.get(language, "phrase.reveal.mean", Texts.mean(language, distribution.mean()));
    }

    public String median(Language language, Distribution distribution) {
        return texts.get(language, "phrase.reveal.median", Texts.median(language, distribution.median()));
    }

    /** Such as {@code Warmer dan in maart 2026: toen 2,6}: which way the mean went, and no word on whether that is chance. */
    public String change(Language language, ZoneId zone, double mean, Reading previous) {
        double before = previous.distribution().orElseThrow().mean();
        String direction = Math.abs(mean - before) < SAME ? "Same" : mean > before ? "Up" : "Down";
        return texts.get(
                language,
                "phrase.reveal.change" + direction,
                Texts.mean(language, before),
                Texts.month(language, previous.takenAt(), zone));
    }
}
