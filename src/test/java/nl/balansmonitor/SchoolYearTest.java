package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.balansmonitor.standin.Event;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three schools of one fictional board, one in each holiday region, go through the 40 weeks of a school year, half an hour at a time and
 * an hour at night. Every post of the bot is compared with {@code school-year/expected.txt}, which also tells what people do when.
 */
class SchoolYearTest {

    private static final String[] OPTIONS = {
        "--balans.sending.update-interval=20ms",
        // Nothing is looked at but when the test says so.
        "--balans.rhythm.look-interval=1h",
        "--balans.sending.sweep-interval=1h"
    };

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final LocalDateTime FIRST_MONDAY = LocalDateTime.parse("2026-08-31T08:00");
    private static final LocalDateTime AFTER_40_WEEKS = LocalDateTime.parse("2027-06-07T00:00");
    private static final Duration STEP_BY_DAY = Duration.ofMinutes(30);
    private static final int MORNING = 7;
    private static final int EVENING = 18;

    /** Only taps are waited for: of what is due, everything stands there by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** From when to when the machine is asleep. */
    private static final Map<String, String> ASLEEP =
            Map.of("2027-04-06T07:00", "2027-04-08T07:00", "2027-04-13T07:00", "2027-04-15T07:00");

    /** What one look leaves to the next one is done within so many of them. */
    private static final int MOST_LOOKS = 10;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(at(FIRST_MONDAY));
    private final Timeline timeline = new Timeline();
    private final TreeMap<LocalDateTime, Runnable> script = new TreeMap<>();
    private final List<String> impossible = new ArrayList<>();
    private TeamsStandIn teams;
    private RunningBot bot;
    private SchoolChannel north;
    private SchoolChannel centre;
    private SchoolChannel south;

    @BeforeEach
    void start() {
        teams = TeamsStandIn.start(Settings.defaults().withoutLimits().withPatience(PATIENCE));
        teams.listen(event -> {
            if (event instanceof Event.Posted(Post post)) {
                timeline.add(now(), post);
            }
        });
        bot = RunningBot.in(teams, folder.resolve("balans.db"), clock, OPTIONS);
        Member[] team = teams.team();
        north = SchoolChannel.of(teams.channel("Noord", team), team[0]);
        centre = SchoolChannel.of(teams.channel("Midden", team), team[3]);
        south = SchoolChannel.of(teams.channel("Zuid", team), team[7]);
    }

    @AfterEach
    void stop() {
        bot.close();
        teams.close();
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void bringsEveryPostAtItsMomentAndNoOther() {
        long began = System.nanoTime();
        plan(north, Map.of("firstDate", "2026-09-08", "time", "15:30", "region", "NORTH", "interim", "true"));
        plan(
                centre,
                Map.of(
                        "frequency", "EVERY_N_WEEKS",
                        "weeks", "6",
                        "firstDate", "2026-09-09",
                        "time", "14:00",
                        "region", "CENTRE",
                        "statements", "1",
                        "openDays", "5"));
        plan(
                south,
                Map.of(
                        "firstDate", "2026-09-24",
                        "weekday", "MONDAY",
                        "time", "09:30",
                        "region", "SOUTH",
                        "statements", "1",
                        "openDays", "3"));
        theySettleActions();
        theySteerSessions();
        theyChangeThePlan();

        Instant end = at(AFTER_40_WEEKS);
        for (Instant moment = at(FIRST_MONDAY); moment.isBefore(end); moment = moment.plus(step(moment))) {
            if (awake(LocalDateTime.ofInstant(moment, AMSTERDAM))) {
                live(moment);
            }
        }
        Timeline.Comparison compared = timeline.compare("/school-year/expected.txt");
        Finding.say("school year: %d of %d posts at their moment, %d others; 40 weeks in %d s"
                .formatted(
                        compared.right(),
                        compared.expected(),
                        compared.unexpected().size(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds()));
        assertThat(compared.differences()).isEmpty();
        assertThat(impossible).as("what nobody could do").isEmpty();
        assertThat(script).as("what nobody came to do").isEmpty();
    }

    /** Has the bot do what is due, then people; whatever they cause is posted before the clock goes on. */
    private void live(Instant moment) {
        clock.itIs(moment);
        for (int looks = 0; looks < MOST_LOOKS && bot.look() > 0; looks++) {
            bot.awaitSent();
        }
        Runnable deed = script.remove(now());
        if (deed != null) {
            attempt(deed);
            bot.awaitSent();
        }
    }

    /** Where a post is missing, nobody can tap on it: the year goes on, so that the table tells all that is wrong with it. */
    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (AssertionError | IllegalArgumentException e) {
            impossible.add(now() + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void theySettleActions() {
        Member fatima = teams.member("Fatima");
        Member zoe = teams.member("Zoë Çelik");
        on("2026-09-08T15:30", () -> {
            List<Post> open = north.open(Map.of());
            north.meeting().reveal(open.getFirst());
            Post result = north.meeting().reveal(open.getLast());
            north.agree(result, fatima, "Elke vrijdag een schermvrij uur", "2026-10-06");
            north.agree(result, teams.member("O"), "Eén plek voor handleidingen", "2026-10-06");
            north.close();
        });
        on("2026-10-19T09:00", () -> fatima.taps(reminder(fatima), "action.done"));
        on(
                "2026-09-14T16:00",
                () -> centre.agree(
                        centre.newest("action.add"), teams.member("Jan de Vries"), "Samen een les", "2026-10-12"));
        on(
                "2027-03-08T16:00",
                () -> centre.agree(centre.newest("action.add"), teams.member("Sem 🌻 Bakker"), "Bosdag", "2027-04-14"));
        on("2027-03-04T16:00", () -> south.agree(south.newest("action.add"), zoe, "Papieren agenda", "2027-03-25"));
        on("2027-03-25T08:00", () -> zoe.taps(reminder(zoe), "action.measure"));
        on("2027-04-01T10:00", () -> {
            zoe.taps(reminder(zoe), "action.done");
            zoe.taps(south.newest("session.close"), "session.close");
        });
    }

    private void theySteerSessions() {
        on("2026-10-20T15:30", () -> north.open(Map.of("until", "2026-10-27")));
        on("2027-02-09T15:30", () -> north.open(Map.of()));
        List.of("2026-09-29", "2026-11-24", "2027-01-05", "2027-01-27", "2027-02-09")
                .forEach(day -> on(day + "T16:00", north::close));
        List.of("2027-03-02", "2027-03-23", "2027-05-04", "2027-05-25")
                .forEach(day -> on(day + "T16:00", north::close));
        on("2026-12-01T10:00", () -> south.meeting().reveal(south.newest("thermometer.reveal")));
    }

    private void theyChangeThePlan() {
        on("2026-12-01T12:00", () -> centre.move("2026-12-03", "11:00"));
        on("2026-12-07T12:00", north::skip);
        on("2027-01-12T12:00", centre::skip);
        on("2027-01-25T12:00", () -> north.move("2027-01-27", "10:00"));
    }

    private void on(String moment, Runnable deed) {
        script.put(LocalDateTime.parse(moment), deed);
    }

    private void plan(SchoolChannel place, Map<String, String> chosen) {
        place.channel().install(place.leader());
        place.leader().says("plan", place.channel());
        Post card = place.newest("plan.edit");
        place.leader().taps(card, "plan.edit");
        var form = new HashMap<>(Map.of("frequency", "MONTHLY"));
        form.putAll(chosen);
        assertThat(place.leader().taps(card, "plan.set", Map.of(), form).text()).contains("✔");
        bot.awaitSent();
    }

    private static Post reminder(Member owner) {
        return owner.chat().posts().getLast();
    }

    /** What is posted by night, where nothing should be, is found in the morning. */
    private static Duration step(Instant moment) {
        ZonedDateTime local = moment.atZone(AMSTERDAM);
        if (local.getHour() >= MORNING && local.getHour() < EVENING) {
            return STEP_BY_DAY;
        }
        LocalDate day = local.getHour() < MORNING
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return Duration.between(local, day.atTime(MORNING, 0).atZone(AMSTERDAM));
    }

    private static boolean awake(LocalDateTime moment) {
        return ASLEEP.entrySet().stream()
                .noneMatch(sleep -> moment.isAfter(LocalDateTime.parse(sleep.getKey()))
                        && moment.isBefore(LocalDateTime.parse(sleep.getValue())));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), AMSTERDAM);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(AMSTERDAM).toInstant();
    }
}
