package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.Plan;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the lines about one planned session: that it comes, where it was moved to, or that it did not take place. */
@Component
class AnnouncementPresenter {

    /** The slot of the card that says that a session did not take place. */
    static final String MISSED = "missed";

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Plans plans;
    private final Clock clock;

    AnnouncementPresenter(Cards cards, Texts texts, Phrases phrases, Plans plans, Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * The form in which a session is moved.
     *
     * @param on      the card that asked for it
     * @param problem what is wrong with it; empty for nothing
     * @param date    yyyy-MM-dd, as it was sent
     * @param time    HH:mm, as it was sent
     */
    record Draft(PlanSurface on, String problem, String date, String time) {

        static Draft of(Occasion occasion, PlanSurface on) {
            return new Draft(
                    on,
                    "",
                    occasion.at().toLocalDate().toString(),
                    occasion.at().toLocalTime().toString());
        }
    }

    /**
     * What the card says.
     *
     * @param text what became of it
     * @param next what follows from that; empty for nothing
     * @param open whether it can be moved or skipped from here
     */
    private record Line(String icon, String text, String next, boolean open) {}

    private record Values(
            String space,
            String occasion,
            String on,
            String icon,
            String text,
            boolean hasNext,
            String next,
            boolean open,
            boolean moving,
            boolean hasProblem,
            String problem,
            String date,
            String time,
            String earliestDate) {}

    /** What the channel should read now: that the session comes, or that it did not take place. */
    List<Board.Face> news(Space space, Occasion occasion) {
        Stream<Board.Face> comes =
                occasion.announced().stream().filter(at -> isNews(occasion, at)).map(at -> face(space, occasion, at));
        Stream<Board.Face> missed = occasion.why().filter(why -> occasion.told()).stream()
                .map(why -> new Board.Face(
                        MISSED, draw(space, occasion, missed(space, occasion, why), false, usual(occasion))));
        return Stream.concat(comes, missed).toList();
    }

    /** What became of lines that may have been posted; where one was not, it is not worth a post any more. */
    List<Board.Face> past(Space space, Occasion occasion) {
        return occasion.announced().stream()
                .filter(at -> !isNews(occasion, at))
                .map(at -> face(space, occasion, at))
                .toList();
    }

    private static boolean isNews(Occasion occasion, LocalDateTime at) {
        return occasion.open() && at.equals(occasion.at());
    }

    private Board.Face face(Space space, Occasion occasion, LocalDateTime at) {
        return new Board.Face("at:" + at, draw(space, occasion, line(space, occasion, at), false, usual(occasion)));
    }

    /** What who skipped or moved it sees in the place of the line. */
    JsonNode card(Space space, Occasion occasion) {
        return draw(space, occasion, line(space, occasion, occasion.at()), false, usual(occasion));
    }

    /** The form in which one leader moves it; only he sees it. */
    JsonNode form(Space space, Occasion occasion, Draft draft) {
        return draw(space, occasion, line(space, occasion, occasion.at()), true, draft);
    }

    private static Draft usual(Occasion occasion) {
        return Draft.of(occasion, PlanSurface.ANNOUNCEMENT);
    }

    private JsonNode draw(Space space, Occasion occasion, Line line, boolean moving, Draft draft) {
        return cards.draw(
                "announcement",
                space.language(),
                new Values(
                        space.id().value(),
                        occasion.date().toString(),
                        draft.on().name(),
                        line.icon(),
                        line.text(),
                        !line.next().isEmpty(),
                        line.next(),
                        line.open() || moving,
                        moving,
                        !draft.problem().isEmpty(),
                        draft.problem(),
                        draft.date(),
                        draft.time(),
                        LocalDate.now(clock.withZone(space.zone())).toString()));
    }

    /** @param at the moment for which the line was said */
    private Line line(Space space, Occasion occasion, LocalDateTime at) {
        Language language = space.language();
        String when = phrases.moment(language, at);
        return switch (occasion.state()) {
            case WITHDRAWN -> new Line("📅", texts.get(language, "phrase.announcement.withdrawn", when), "", false);
            case SKIPPED ->
                new Line("⏭️", texts.get(language, "phrase.announcement.skipped", when), next(space, occasion), false);
            case PLANNED, ANNOUNCED -> at.equals(occasion.at()) ? coming(space, occasion) : moved(space, occasion, at);
            case BEGINNING, BEGUN ->
                at.equals(occasion.at())
                        ? new Line("📅", texts.get(language, "phrase.announcement.begun", when), "", false)
                        : moved(space, occasion, at);
            case MISSED -> new Line("📅", texts.get(language, "phrase.announcement.missed", when), "", false);
        };
    }

    private Line coming(Space space, Occasion occasion) {
        Language language = space.language();
        String when = phrases.moment(language, occasion.at());
        String text = occasion.interim()
                ? texts.get(language, "phrase.announcement.comesInterim", when)
                : texts.get(language, "phrase.announcement.comes", when);
        int days = plans.of(space.id()).map(Plan::openDays).orElse(0);
        String next = days == 0
                ? texts.get(language, "phrase.announcement.inTheMeeting")
                : texts.get(language, "phrase.announcement.forDays", days);
        return new Line("📅", text, next, true);
    }

    private Line moved(Space space, Occasion occasion, LocalDateTime from) {
        Language language = space.language();
        return new Line(
                "📅",
                texts.get(
                        language,
                        "phrase.announcement.moved",
                        phrases.moment(language, from),
                        phrases.moment(language, occasion.at())),
                "",
                false);
    }

    private Line missed(Space space, Occasion occasion, Occasion.Missed why) {
        Language language = space.language();
        String when = phrases.moment(language, occasion.at());
        String text = texts.get(
                language,
                switch (why) {
                    case TOO_LATE -> "phrase.announcement.missedTooLate";
                    case AT_WORK -> "phrase.announcement.missedAtWork";
                    case NOT_POSSIBLE -> "phrase.announcement.missedNotPossible";
                },
                when);
        return new Line("📅", text, next(space, occasion), false);
    }

    private String next(Space space, Occasion occasion) {
        Optional<LocalDateTime> next = occasion.next();
        return next.map(at ->
                        texts.get(space.language(), "phrase.announcement.next", phrases.moment(space.language(), at)))
                .orElse("");
    }
}
