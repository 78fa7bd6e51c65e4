package nl.balansmonitor.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.sessions.Distribution;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Reading;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Thermometer;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;

/** Reports of the fictional school De Zwaluw in every state that a reader may meet. */
final class SampleReports {

    static final Instant BEGAN = Instant.parse("2026-11-21T14:30:00Z");

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final SpaceId SPACE = new SpaceId("zwaluw");
    private static final SessionId SESSION = new SessionId("2f1c7c1e-0000-4000-8000-000000000001");
    private static final MemberId JAN = new MemberId("jan");
    private static final String LONG = "In onze school gebruiken wij meerkeuzevragen-oefenprogramma’s, "
            + "tekstverwerkers en videolessen alleen wanneer kinderen daar aantoonbaar meer van leren dan van een boek, "
            + "een gesprek of iets dat zij doen";

    /** Some of the ready-made ones. */
    private static final List<Statement> STATEMENTS = List.of(
            new Statement(
                    new StatementId("st1"),
                    Theme.PROFESSIONALISM,
                    "Ik behoud regie over de digitale middelen in mijn groep, zodat mijn pedagogische keuzes leidend blijven.",
                    "I stay in charge of the digital tools in my class, so that my pedagogical choices lead."),
            new Statement(
                    new StatementId("st2"),
                    Theme.PROFESSIONALISM,
                    "Ons team maakt zelf keuzes over welke digitale middelen we gebruiken, met oog voor wat goed is voor kinderen.",
                    "Our team decides for itself which digital tools we use, with an eye for what is good for children."),
            new Statement(
                    new StatementId("st5"),
                    Theme.BALANCE,
                    "Technologie wordt zo ingezet dat het geen kostbare tijd van kinderen en collega’s opslokt.",
                    "Technology is used in such a way that it does not swallow precious time of children and colleagues."),
            new Statement(
                    new StatementId("st9"),
                    Theme.PUPILS,
                    "Kinderen begrijpen waarom we digitale middelen inzetten en worden daarin actief betrokken.",
                    "Children understand why we use digital tools and are actively involved in it."),
            new Statement(
                    new StatementId("st13"),
                    Theme.PUPILS,
                    "We gebruiken feedback van kinderen om digitale keuzes te verbeteren.",
                    "We use children’s feedback to improve our digital choices."),
            new Statement(
                    new StatementId("st14"),
                    Theme.COLLABORATION,
                    "We voeren open gesprekken over hoe digitalisering ons werk beïnvloedt en welke keuzes we maken.",
                    "We talk openly about how digitalisation affects our work and which choices we make."),
            new Statement(
                    new StatementId("st19"),
                    Theme.PARENTS,
                    "We leggen ouders op een duidelijke en korte manier uit waarom we digitale middelen gebruiken.",
                    "We explain to parents clearly and briefly why we use digital tools."));

    private SampleReports() {}

    /** All states by name. */
    static Map<String, Report> all() {
        var all = new LinkedHashMap<String, Report>();
        all.put("usual", usual());
        all.put("one", of(List.of(result("st2", 0, 1, 2, 6, 3)), List.of(), List.of(), List.of()));
        all.put(
                "too-few",
                of(
                        List.of(unseen("st1", 3, true), result("st2", 0, 1, 2, 6, 3)),
                        List.of(),
                        List.of(action("Stilteplek inrichten", "Jan de Vries")),
                        List.of()));
        all.put(
                "nothing",
                of(List.of(unseen("st1", 12, false), unseen("st5", 11, false)), List.of(), List.of(), List.of()));
        all.put(
                "long",
                of(
                        List.of(
                                own(LONG, 5, 1, 0, 1, 5),
                                own("W".repeat(120), 1, 2, 3, 4, 2),
                                own("אנחנו מדברים עם הילדים על 3 מסכים (בכיתה) 📱🎒", 0, 0, 4, 4, 4)),
                        List.of(),
                        List.of(
                                action("Wij " + "overleggen ".repeat(17), "מרים כהן"),
                                action("x".repeat(200), "محمد الأمين")),
                        List.of()));
        all.put(
                "remarks",
                of(
                        Stream.of(
                                        result("st1", 3, 3, 2, 2, 2),
                                        result("st5", 0, 0, 2, 7, 3),
                                        result("st9", 1, 2, 3, 4, 2))
                                .map(
                                        r -> remarked(
                                                r,
                                                Collections.nCopies(
                                                        12,
                                                        "Het ene programma spaart mij een uur per week, het andere kost er twee, en de kinderen merken vooral dat ik vaker achter mijn scherm zit.")))
                                .toList(),
                        List.of(),
                        usual().actions(),
                        List.of()));
        all.put(
                "crowd",
                of(
                        List.of(
                                result("st1", 9, 31, 44, 60, 12),
                                result("st5", 2, 5, 14, 22, 9),
                                result("st9", 0, 0, 0, 17, 0),
                                result("st14", 1, 0, 0, 0, 11)),
                        List.of(),
                        List.of(),
                        List.of()));
        return all;
    }

    /** Three statements, some remarks, an earlier session, a sticker round, a look-back and four actions. */
    static Report usual() {
        List<String> some = List.of(
                "Ik kies zelf wanneer de tablets uit de kast komen.",
                "Het rooster van de methode bepaalt het vaak voor mij.",
                "Sinds de afspraken van maart gaat het beter.",
                "Te veel inlogproblemen 😕");
        return of(
                List.of(
                        remarked(after(result("st1", 1, 1, 2, 5, 3), 1, 4, 4, 2, 1), some),
                        remarked(result("st5", 4, 2, 1, 1, 4), some.subList(1, 3)),
                        after(result("st13", 0, 1, 8, 2, 1), 0, 1, 8, 2, 1)),
                List.of(
                        new Report.Decided(
                                "Elke vrijdag een schermvrij uur",
                                "Jan de Vries",
                                Change.Kind.DONE,
                                LocalDate.parse("2026-11-20")),
                        new Report.Decided(
                                "Ouders uitleggen waarom wij tablets gebruiken, op de informatieavond",
                                "Fatima el Amrani",
                                Change.Kind.AGAIN,
                                LocalDate.parse("2027-01-15")),
                        new Report.Decided(
                                "Eén inlogkaart per kind",
                                "Sanne Bakker",
                                Change.Kind.ADJUSTED,
                                LocalDate.parse("2026-12-11"))),
                List.of(
                        action("In elke bouw één programma aanwijzen dat mag vervallen", "Jan de Vries"),
                        done(action("Leerlingenraad vragen welke digitale les zij overslaan", "Fatima el Amrani")),
                        action("Zeven minuten per teamvergadering voor een succesles", "Sanne Bakker"),
                        action("Schermvrije hoek in de gang", "Peter Smit")),
                List.of(placed(1, "st5", 14), placed(2, "st1", 11), placed(2, "st13", 11), placed(4, "st19", 3)));
    }

    static Report of(
            List<Report.Result> results,
            List<Report.Decided> lookBack,
            List<ActionItem> actions,
            List<Report.Placed> ranking) {
        var session = new Session(
                SESSION,
                SPACE,
                JAN,
                Phase.CLOSED,
                BEGAN,
                List.of(),
                IntStream.range(0, results.size())
                        .mapToObj(
                                i -> new Thermometer(results.get(i).statement().id(), i + 1))
                        .toList(),
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var space = new Space(SPACE, Language.DUTCH, ZONE, new LinkedHashSet<>(), Optional.empty());
        return new Report(
                space,
                session,
                results,
                lookBack,
                actions,
                ranking,
                Optional.of(LocalDateTime.parse("2027-01-19T15:30")));
    }

    static Report.Result result(String statement, Integer... counts) {
        return new Report.Result(statement(statement), reading(statement, counts), Optional.empty());
    }

    static Report.Result remarked(Report.Result result, List<String> remarks) {
        Reading r = result.reading();
        return new Report.Result(
                result.statement(),
                new Reading(
                        r.session(),
                        r.statement(),
                        r.takenAt(),
                        r.reactions(),
                        r.invited(),
                        r.revealed(),
                        r.distribution(),
                        remarks,
                        false),
                result.previous());
    }

    static ActionItem action(String what, String owner) {
        return new ActionItem(
                new ActionId("a-" + what.hashCode()),
                SESSION,
                new StatementId("st1"),
                what.strip(),
                JAN,
                owner,
                LocalDate.parse("2026-12-18"),
                ActionItem.State.OPEN,
                BEGAN.plusSeconds(900),
                Optional.empty(),
                List.of());
    }

    private static ActionItem done(ActionItem a) {
        return new ActionItem(
                a.id(),
                a.session(),
                a.statement(),
                a.what(),
                a.owner(),
                a.ownerName(),
                a.feedbackDate(),
                ActionItem.State.DONE,
                a.agreedAt(),
                Optional.of(BEGAN.plusSeconds(9 * 86_400)),
                List.of());
    }

    private static Report.Result after(Report.Result result, Integer... before) {
        Reading then = reading(result.statement().id().value(), before);
        var earlier = new Reading(
                new SessionId("2f1c7c1e-0000-4000-8000-000000000002"),
                then.statement(),
                Instant.parse("2026-03-12T14:00:00Z"),
                then.reactions(),
                then.invited(),
                true,
                then.distribution(),
                List.of(),
                false);
        return new Report.Result(result.statement(), result.reading(), Optional.of(earlier));
    }

    static Report.Result own(String text, Integer... counts) {
        var statement = new Statement(new StatementId("own-" + text.hashCode()), Theme.OWN, text, text);
        return new Report.Result(statement, reading(statement.id().value(), counts), Optional.empty());
    }

    private static Report.Result unseen(String statement, int reactions, boolean revealed) {
        return new Report.Result(
                statement(statement),
                new Reading(
                        SESSION,
                        new StatementId(statement),
                        BEGAN,
                        reactions,
                        12,
                        revealed,
                        revealed ? Optional.empty() : Optional.of(new Distribution(List.of(0, 0, 0, 0, reactions))),
                        List.of("Dit heeft nog niemand gezien"),
                        false),
                Optional.empty());
    }

    private static Statement statement(String id) {
        return STATEMENTS.stream()
                .filter(s -> s.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Report.Placed placed(int rank, String statement, int stickers) {
        return new Report.Placed(rank, statement(statement), stickers);
    }

    private static Reading reading(String statement, Integer... counts) {
        var distribution = new Distribution(List.of(counts));
        return new Reading(
                SESSION,
                new StatementId(statement),
                BEGAN.plusSeconds(600),
                distribution.total(),
                Math.max(12, distribution.total()),
                true,
                Optional.of(distribution),
                List.of(),
                false);
    }
}
