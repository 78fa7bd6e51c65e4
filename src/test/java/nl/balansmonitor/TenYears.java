package nl.balansmonitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.StickerRound;
import nl.balansmonitor.sessions.Tally;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;

/**
 * What a fictional team of 25 leaves behind in ten years of monthly sessions about ten statements each, remarks, stickers and actions
 * included. The same at every run.
 */
public final class TenYears {

    public static final int SESSIONS = 120;
    public static final int READINGS = 1_200;
    public static final int ACTIONS = 240;

    private static final int STATEMENTS = 21;
    private static final int TEAM = 25;
    private static final MemberId JAN = new MemberId("jan");
    private static final List<String> REMARKS = List.of(
            "De nieuwe tablets doen het eindelijk in alle groepen",
            "Op dinsdag valt het netwerk steeds uit, dan heb ik niets",
            "Meer schermvrije momenten, vooral bij de kleuters",
            "Fijn dat we hier samen over praten",
            "Ik mis tijd om het uit te zoeken");

    private final SpaceId space;
    private final Instant until;
    private final Random random = new Random(10);

    private TenYears(SpaceId space, Instant until) {
        this.space = space;
        this.until = until;
    }

    /** The ten years that end the day before a moment, to be written to a store. */
    public static Archive until(Instant moment, SpaceId space) {
        var archive = new Archive(space);
        var years = new TenYears(space, moment.truncatedTo(ChronoUnit.SECONDS));
        IntStream.range(0, SESSIONS).forEach(month -> years.addTo(archive, month));
        return archive;
    }

    private void addTo(Archive archive, int month) {
        var session = new SessionId(space + "-" + month);
        Instant at = ZonedDateTime.ofInstant(until, ZoneOffset.UTC)
                .minusMonths(SESSIONS - 1L - month)
                .minusDays(1)
                .toInstant();
        List<StatementId> statements = IntStream.range(0, READINGS / SESSIONS)
                .mapToObj(i -> new StatementId("st" + (1 + (month * 10 + i) % STATEMENTS)))
                .toList();
        archive.closed(session, at, statements, month % 4 == 0 ? Optional.of(stickers(statements)) : Optional.empty());
        for (int i = 0; i < statements.size(); i++) {
            archive.add(reading(session, statements.get(i), at.plus(Duration.ofMinutes(i + 1)), month, i));
        }
        for (int i = 0; i < ACTIONS / SESSIONS; i++) {
            archive.add(action(session, statements.get(i), at, i));
        }
    }

    /** One in twelve with too few reactions and one in seventeen that nobody revealed; slowly warmer over the years. */
    private Reading reading(SessionId session, StatementId statement, Instant at, int month, int place) {
        int reactions = (month + place) % 12 == 0 ? 2 : TEAM - random.nextInt(8);
        double warmth = 2.2 + 1.6 * month / SESSIONS;
        List<Integer> scores = IntStream.range(0, reactions)
                .mapToObj(i -> Math.clamp(Math.round(random.nextGaussian(warmth, 1)), 1, 5))
                .toList();
        return new Reading(
                session,
                statement,
                at,
                reactions,
                TEAM,
                (month * 10 + place) % 17 != 0,
                reactions < 3 ? Optional.empty() : Optional.of(Distribution.of(scores)),
                reactions < 4 ? List.of() : REMARKS,
                reactions < 4);
    }

    private StickerRound stickers(List<StatementId> statements) {
        List<Tally.Ranked> ranking = IntStream.range(0, statements.size())
                .mapToObj(i -> new Tally.Ranked(i + 1, statements.get(i), 2 * (statements.size() - i)))
                .toList();
        return new StickerRound(statements, 4, Optional.of(new Tally(TEAM, ranking)));
    }

    private ActionItem action(SessionId session, StatementId statement, Instant at, int number) {
        LocalDate feedback = LocalDate.ofInstant(at, ZoneOffset.UTC).plusWeeks(4);
        Instant done = at.plus(Duration.ofDays(14 + random.nextInt(21)));
        boolean open = number == 1 && random.nextInt(3) == 0;
        String what = "De leerlingenraad vraagt wat er beter kan";
        return new ActionItem(
                new ActionId(session + "-" + number),
                session,
                statement,
                what,
                JAN,
                "Jan de Vries",
                feedback,
                open ? ActionItem.State.OPEN : ActionItem.State.DONE,
                at,
                open ? Optional.empty() : Optional.of(done),
                open ? List.of() : List.of(new Change(done, JAN, Change.Kind.DONE, what, feedback)));
    }
}
