package nl.balansmonitor.teams;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.rhythm.Frequency;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.Plan;
import nl.balansmonitor.rhythm.PlanForm;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.rhythm.Preferences;
import nl.balansmonitor.rhythm.Region;
import nl.balansmonitor.rhythm.SchoolDays;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws when sessions are planned: for everybody, and as the form in which one leader changes it. */
@Component
class PlanPresenter {

    /** So far ahead a first session is suggested: everybody can still put it into his calendar. */
    private static final int DAYS_AHEAD = 7;

    private static final String USUAL_TIME = "15:30";
    private static final String USUAL_STATEMENTS = "2";
    private static final int USUAL_WEEKS = 6;

    private static final List<Integer> OPEN_DAYS = List.of(0, 3, 5, 7, 10, 14);

    private static final List<DayOfWeek> WEEKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Plans plans;
    private final SchoolDays schoolDays;
    private final Clock clock;

    PlanPresenter(Cards cards, Texts texts, Phrases phrases, Plans plans, SchoolDays schoolDays, Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.plans = plans;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    /**
     * What the form says above itself.
     *
     * @param done    what was done just now, as the key of a phrase; empty for nothing
     * @param problem what is wrong with what was filled in; empty for nothing
     */
    record Said(String done, String problem) {

        static final Said NOTHING = new Said("", "");

        static Said done(String what) {
            return new Said(what, "");
        }
    }

    private record Choice(String title, String value) {}

    /** @param open whether it can be moved or skipped */
    private record Day(String occasion, String text, boolean hasNote, String note, boolean open) {}

    private record Values(
            String space,
            boolean hasDone,
            String done,
            boolean hasProblem,
            String problem,
            boolean planned,
            String summary,
            String details,
            List<Day> days,
            boolean leader,
            String frequency,
            int weeks,
            String firstDate,
            String earliestDate,
            String weekday,
            List<Choice> weekdays,
            String time,
            String statements,
            boolean interim,
            String openDays,
            List<Choice> openChoices,
            String region,
            String reminderAt,
            int daysBefore) {}

    /** What everybody sees. */
    JsonNode card(Space space) {
        return draw(space, false, Said.NOTHING, filledIn(space));
    }

    /** The form, with what holds now filled in. */
    JsonNode form(Space space, Said said) {
        return draw(space, true, said, filledIn(space));
    }

    /** The form as it was filled in, with what is wrong with it. */
    JsonNode form(Space space, String problem, PlanForm draft) {
        return draw(space, true, new Said("", problem), draft);
    }

    private JsonNode draw(Space space, boolean leader, Said said, PlanForm form) {
        Language language = space.language();
        Optional<Plan> plan = plans.of(space.id());
        LocalDate today = LocalDate.now(clock.withZone(space.zone()));
        return cards.draw(
                "plan",
                language,
                new Values(
                        space.id().value(),
                        !said.done().isEmpty(),
                        said.done().isEmpty() ? "" : texts.get(language, "phrase.plan." + said.done()),
                        !said.problem().isEmpty(),
                        said.problem(),
                        plan.isPresent(),
                        plan.map(p -> summary(language, p)).orElse(""),
                        plan.map(p -> details(space, p)).orElse(""),
                        plans.coming(space).stream()
                                .map(c -> day(language, c, today))
                                .toList(),
                        leader,
                        form.frequency(),
                        number(form.weeks(), USUAL_WEEKS),
                        form.firstDate(),
                        plan.map(Plan::firstDate)
                                .filter(first -> first.isBefore(today))
                                .orElse(today)
                                .toString(),
                        form.weekday(),
                        weekdays(language),
                        form.time(),
                        form.statements(),
                        form.interimCheck(),
                        form.openDays(),
                        openChoices(language, number(form.openDays(), 0)),
                        form.region(),
                        form.reminderAt(),
                        number(form.daysBefore(), Preferences.USUAL.daysBefore())));
    }

    /** What holds now, or what suits most teams where nothing does. */
    private PlanForm filledIn(Space space) {
        Preferences chosen = plans.preferences(space.id());
        String region = chosen.region().map(Region::name).orElse("");
        String reminderAt = chosen.reminderAt().toString();
        String daysBefore = Integer.toString(chosen.daysBefore());
        return plans.of(space.id())
                .map(p -> new PlanForm(
                        p.frequency().name(),
                        p.weeks() == 0 ? "" : Integer.toString(p.weeks()),
                        p.firstDate().toString(),
                        p.weekday().name(),
                        p.time().toString(),
                        Integer.toString(p.statements()),
                        p.interimCheck(),
                        Integer.toString(p.openDays()),
                        region,
                        reminderAt,
                        daysBefore))
                .orElseGet(() -> new PlanForm(
                        Frequency.QUARTERLY.name(),
                        "",
                        schoolDays
                                .from(
                                        LocalDate.now(clock.withZone(space.zone()))
                                                .plusDays(DAYS_AHEAD),
                                        chosen.region())
                                .toString(),
                        "",
                        USUAL_TIME,
                        USUAL_STATEMENTS,
                        false,
                        "0",
                        region,
                        reminderAt,
                        daysBefore));
    }

    /** Such as {@code Elk kwartaal op dinsdag om 15:30}. */
    private String summary(Language language, Plan plan) {
        String pattern = switch (plan.frequency()) {
            case YEARLY -> "phrase.plan.yearly";
            case QUARTERLY -> "phrase.plan.quarterly";
            case MONTHLY -> "phrase.plan.monthly";
            case EVERY_N_WEEKS -> "phrase.plan.everyWeeks";
        };
        return texts.get(
                language,
                pattern,
                weekday(language, plan.weekday()),
                plan.time().toString(),
                plan.weeks());
    }

    /** Such as {@code 2 stellingen · in de vergadering · schoolvakanties van regio Noord}. */
    private String details(Space space, Plan plan) {
        Language language = space.language();
        var details = new ArrayList<String>();
        details.add(texts.get(language, "phrase.plan.statements", plan.statements()));
        details.add(open(language, plan.openDays()));
        if (plan.interimCheck()) {
            details.add(texts.get(language, "phrase.plan.interim"));
        }
        plans.preferences(space.id())
                .region()
                .ifPresent(region -> details.add(texts.get(
                        language,
                        switch (region) {
                            case NORTH -> "phrase.plan.holidaysNorth";
                            case CENTRE -> "phrase.plan.holidaysCentre";
                            case SOUTH -> "phrase.plan.holidaysSouth";
                        })));
        return String.join(" · ", details);
    }

    private String open(Language language, int days) {
        return days == 0
                ? texts.get(language, "phrase.plan.inTheMeeting")
                : texts.get(language, "phrase.plan.forDays", days);
    }

    /** With the year where it is another one: three sessions of a yearly plan look alike without. */
    private Day day(Language language, Plans.Coming coming, LocalDate today) {
        Occasion occasion = coming.occasion();
        boolean skipped = occasion.state() == Occasion.State.SKIPPED;
        boolean putOff = !coming.meant().equals(occasion.date()) && !occasion.moved();
        String note = Stream.of(
                        occasion.interim() ? texts.get(language, "phrase.plan.interimDay") : "",
                        skipped ? texts.get(language, "phrase.plan.skippedDay") : "",
                        occasion.moved() && !skipped
                                ? texts.get(language, "phrase.plan.movedDay", Texts.day(language, occasion.date()))
                                : "",
                        putOff ? texts.get(language, "phrase.plan.putOff", Texts.day(language, coming.meant())) : "")
                .filter(part -> !part.isEmpty())
                .collect(joining(" · "));
        String when = occasion.at().getYear() == today.getYear()
                ? phrases.moment(language, occasion.at())
                : phrases.momentWithYear(language, occasion.at());
        return new Day(occasion.date().toString(), when, !note.isEmpty(), note, !skipped);
    }

    private static List<Choice> weekdays(Language language) {
        return WEEKDAYS.stream()
                .map(day -> new Choice(weekday(language, day), day.name()))
                .toList();
    }

    private static String weekday(Language language, DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    private List<Choice> openChoices(Language language, int chosen) {
        return Stream.concat(OPEN_DAYS.stream(), Stream.of(chosen))
                .filter(days -> days >= 0 && days <= Plan.MOST_OPEN_DAYS)
                .distinct()
                .sorted()
                .map(days -> new Choice(open(language, days), Integer.toString(days)))
                .toList();
    }

    /** What the client shows in a field for numbers; one that it can't show gives way to the usual one. */
    private static int number(String sent, int usual) {
        return sent.strip().matches("-?\\d{1,4}") ? Integer.parseInt(sent.strip()) : usual;
    }
}
