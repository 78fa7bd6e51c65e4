package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.balansmonitor.standin.CardInput;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Delivery;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team of eight writes statements of its own, in two groups of four. */
class WritingStatementsTest {

    private static final int TEAM = 8;
    private static final List<String> QUESTIONS =
            List.of("Wat werkt goed?", "Waar lopen we tegenaan?", "Wat vinden wij belangrijk?", "Nieuwe stellingen");
    private static final String PASSWORDS = "Ik verlies in de klas geen tijd aan wachtwoorden.";
    private static final String HELP = "Ik weet wie mij helpt als een tablet hapert.";
    private static final String SAME_HELP = "Ik weet wie mij helpt als de tablet hapert.";

    @TempDir
    private static Path folder;

    private static TeamsStandIn teams;
    private static RunningBot bot;
    private static Member leader;

    private Conversation channel;
    private Meeting meeting;

    @BeforeAll
    static void start() {
        teams = TeamsStandIn.start(Settings.defaults());
        bot = RunningBot.in(teams, folder.resolve("balans.db"), "--balans.sending.update-interval=100ms");
        leader = teams.team()[0];
    }

    @AfterAll
    static void stop() {
        bot.close();
        teams.close();
    }

    @AfterEach
    void nothingBrokeTeamsRules() {
        assertThat(teams.violations()).isEmpty();
    }

    @BeforeEach
    void meet() {
        channel = teams.channel("Digitalisering", Arrays.copyOf(teams.team(), TEAM));
        meeting = new Meeting(channel, leader);
    }

    @Test
    void goesFromFourBoxesToAStatementInTheTeamsOwnDeck() {
        Post root = meeting.begin();
        leader.taps(root, "workshop.open", Map.of(), Map.of("groupSize", "4", "minutes", "3"));
        Post card = channel.awaitPostOffering("workshop.write");
        assertThat(card.threadId()).isEqualTo(root.threadId());
        assertThat(card.text()).contains("Vak 1 van 4", "2 groepjes", "⏳ Tot ongeveer ");
        root.await(p -> p.text().contains("groepje 1: 0 · groepje 2: 0"));

        for (String question : QUESTIONS) {
            card.await(p -> p.text().contains(question));
            for (Member member : channel.members()) {
                String note = question + " zegt " + member.name().length();
                assertThat(writes(member, card, note).text()).contains("Je notitie is bewaard.", note);
            }
            if (!question.equals(QUESTIONS.getLast())) {
                leader.taps(card, "workshop.next");
            }
        }
        assertThat(channel.members())
                .allSatisfy(m -> assertThat(view(m, card).text().split(" zegt ", -1))
                        .as("the notes of one's own group, four boxes of four and the empty form")
                        .hasSize(17));

        Member one = memberOf(card, leader, true);
        Member two = memberOf(card, leader, false);
        assertThat(proposes(one, card, PASSWORDS).text()).contains("ingeleverd", PASSWORDS);
        proposes(one, card, HELP);
        proposes(two, card, SAME_HELP);
        proposes(two, card, "Wij kiezen samen welke apps we gebruiken.");
        root.await(p -> p.text().contains("groepje 1: 2 · groepje 2: 2"));
        assertThat(view(two, card).text()).contains(SAME_HELP).doesNotContain(HELP, "LIJKEN OP ELKAAR");

        assertThat(view(leader, card).text()).contains("LIJKEN OP ELKAAR", HELP, SAME_HELP);
        assertThat(leader.taps(card, "workshop.merge").text()).doesNotContain("LIJKEN OP ELKAAR");
        root.await(p -> p.text().contains(": 1"));

        assertThat(leader.taps(card, "workshop.close").text()).contains("Het schrijven is klaar.");
        card.await(p -> p.text().contains("Het schrijven is klaar.") && !p.offers("workshop.write"));
        Post round = channel.awaitPostOffering("stickers.place");
        String passwords = round.card().orElseThrow().inputs().stream()
                .filter(input -> input.label().contains(PASSWORDS))
                .map(CardInput::id)
                .findFirst()
                .orElseThrow();
        channel.members().forEach(member -> member.taps(round, "stickers.place", Map.of(), Map.of(passwords, "2")));
        root.await(p -> p.text().contains("8 van 8 klaar"));
        leader.taps(round, "stickers.close");
        Post ranking = channel.awaitPost(p -> p.text().contains("Uitslag van de stickers"));
        leader.taps(ranking, "stickers.close", Map.of(), Map.of("statements", passwords.replace("sticker.", "")));
        Post thermometer = channel.awaitPostOffering("thermometer.react");
        assertThat(thermometer.text()).contains(PASSWORDS, "Eigen stellingen");
        meeting.close(root);

        Post next = meeting.begin();
        assertThat(next.card().orElseThrow().input("statements").orElseThrow().choices())
                .anySatisfy((id, title) -> assertThat(title).contains("Eigen stellingen: " + PASSWORDS))
                .noneSatisfy((id, title) -> assertThat(title).contains("welke apps"));
    }

    @Test
    void showsTheChannelNeitherNotesNorWhoIsInWhichGroup() {
        Post card = open();
        for (Member member : channel.members()) {
            assertThat(writes(member, card, "stil bewaard").text()).contains(member.name());
        }
        next(card, 4);
        proposes(leader, card, PASSWORDS);
        channel.awaitPost(p -> p.text().contains(": 1"));
        proposes(leader, card, HELP);
        channel.awaitPost(p -> p.text().contains(": 2"));

        String everything = String.join("\n", bodies());
        assertThat(everything).doesNotContain("stil bewaard", PASSWORDS, HELP);
        assertThat(channel.members().stream()
                        .filter(m -> !m.equals(leader))
                        .flatMap(m -> Stream.of(m.name(), m.id(), m.aadObjectId()))
                        .filter(trace -> trace.length() > 4))
                .noneMatch(everything::contains);
    }

    @Test
    void editsTheCardThatPeopleTypeIntoForANewBoxOnly() {
        Post card = open();
        channel.members().forEach(member -> writes(member, card, "Filmpjes"));
        next(card, 4);
        Member jan = teams.member("Jan de Vries");
        proposes(jan, card, PASSWORDS);
        channel.awaitPost(p -> p.text().contains(": 1"));
        proposes(jan, card, HELP);
        channel.awaitPost(p -> p.text().contains(": 2"));

        assertThat(card.versions()).hasSize(4);
    }

    @Test
    void keepsWhatWasTypedWithTheReasonWhyItWasNotTaken() {
        Post card = open();
        Member jan = teams.member("Jan de Vries");
        Map<String, Object> old = Map.of("session", sessionOf(card), "box", "WHAT_WORKS", "text", "Te laat");
        next(card, 2);
        assertKept(jan.forges(card, "workshop.write", old), "Te laat", "Dit vak is nu niet open.");
        next(card, 4);
        assertKept(proposes(jan, card, "Kijk op https://zwaluw.example"), "Kijk op https://zwaluw.example", "link");
        assertKept(proposes(jan, card, "Wij " + "heel ".repeat(50)), "Wij heel", "hoogstens 200 tekens");
        for (String subject : List.of("rekenen", "gym", "taal")) {
            proposes(jan, card, "Wij gebruiken tablets bij " + subject + ".");
        }
        assertKept(proposes(jan, card, "Wij zingen elke dag."), "Wij zingen", "al 3 stellingen");

        jan.taps(
                card,
                "workshop.withdraw",
                Map.of("statement", statementsOf(jan, card).getFirst()));
        assertThat(proposes(jan, card, "Wij zingen elke dag.").text())
                .contains("ingeleverd")
                .doesNotContain("rekenen");
    }

    @Test
    void keepsADraftWhenSomebodyLooksWhatHisGroupWrote() {
        Post card = open();
        Member jan = teams.member("Jan de Vries");
        TapAnswer seen = jan.taps(card, "workshop.view", Map.of(), Map.of("text", "Half geschre"));

        assertThat(draft(seen)).isEqualTo("Half geschre");
    }

    @Test
    void leavesTheStepsOfTheFacilitatorToHim() {
        Post root = meeting.begin();
        Member jan = teams.member("Jan de Vries");
        assertThat(jan.taps(root, "workshop.open").line()).isPresent();
        leader.taps(root, "workshop.open");
        Post card = channel.awaitPostOffering("workshop.write");
        assertThat(jan.taps(card, "workshop.next").line()).isPresent();
        assertThat(jan.taps(card, "workshop.regroup").line()).isPresent();
        assertThat(jan.forges(card, "workshop.close", Map.of("session", sessionOf(card)))
                        .line())
                .isPresent();
        assertThat(view(jan, card).text()).contains("Vak 1 van 4");

        channel.join(teams.member("Nguyễn Thị Ánh"));
        assertThat(leader.taps(card, "workshop.regroup", Map.of(), Map.of("groupSize", "3"))
                        .text())
                .contains("3 groepjes");
        card.await(p -> p.text().contains("3 groepjes"));
        writes(jan, card, "Filmpjes");
        assertThat(leader.taps(card, "workshop.regroup").line())
                .contains("Er is al geschreven, dus de groepjes blijven zo. Ga verder in je eigen groepje.");
    }

    @Test
    void skipsNoBoxWhenTheFacilitatorTapsTwice() {
        Post card = open();
        Map<String, String> first = Map.of("session", sessionOf(card), "box", "WHAT_WORKS");
        leader.forges(card, "workshop.next", first);

        assertThat(leader.forges(card, "workshop.next", first).text()).contains("Vak 2 van 4");
    }

    @Test
    void putsWhoJoinsLaterIntoTheSmallestGroup() {
        Post card = open();
        Member late = teams.member("Ruud van der Laan-Öztürk");
        channel.join(late);
        assertThat(view(late, card).text()).contains("Je zit nog niet in een groepje.");

        assertThat(writes(late, card, "Ik ben er ook").text()).contains("Jouw groepje:", late.name());
    }

    @Test
    void refusesWhatCannotBeMeantWithALineAndKeepsWhatThereIs() {
        Post root = meeting.begin();
        String session = Meeting.sessionOf(root);
        Member jan = teams.member("Jan de Vries");
        assertThat(jan.forges(root, "workshop.view", Map.of("session", session)).line())
                .isPresent();
        for (Map<String, Object> setup : List.<Map<String, Object>>of(
                Map.of("groupSize", "2"),
                Map.of("groupSize", "vier"),
                Map.of("minutes", 60),
                Map.of("movesOn", true))) {
            assertThat(leader.forges(root, "workshop.open", with(setup, "session", session))
                            .line())
                    .as("%s", setup)
                    .isPresent();
        }
        leader.taps(root, "workshop.open");
        Post card = channel.awaitPostOffering("workshop.write");
        for (Map<String, Object> note : List.<Map<String, Object>>of(
                Map.of("box", "WHAT_WORKS", "text", 7),
                Map.of("box", "WHAT_WORKS", "text", " \n "),
                Map.of("box", "WHAT_WORKS"),
                Map.of("box", "EEN", "text", "a"),
                Map.of("text", "a"))) {
            assertThat(jan.forges(card, "workshop.write", with(note, "session", session))
                            .line())
                    .as("%s", note)
                    .isPresent();
        }
        assertThat(view(jan, card).text()).contains("Jouw groepje:").doesNotContain("• ");

        String endless = "Heel lang ".repeat(1_000);
        TapAnswer cut =
                jan.forges(card, "workshop.write", Map.of("session", session, "box", "WHAT_WORKS", "text", endless));
        assertThat(cut.text())
                .contains("Je notitie was te lang.", "• Heel lang")
                .doesNotContain("Heel lang ".repeat(29));

        leader.taps(root, "session.close");
        card.await(p -> p.text().contains("Het schrijven is klaar."));
        assertThat(jan.forges(card, "workshop.write", Map.of("session", session, "box", "WHAT_WORKS", "text", "a"))
                        .line())
                .contains(
                        "Deze sessie is al gesloten. Er is niets veranderd. Een nieuwe begin je met @Balans-Monitor start.");
    }

    @Test
    void takesAnOlderClientThroughIt() {
        Post root = meeting.begin();
        Member jan = teams.member("Jan de Vries");
        submits(leader, root, "workshop.open", Map.of());
        Post card = channel.awaitPostOffering("workshop.write");
        submits(jan, card, "workshop.write", Map.of("text", "Filmpjes"));
        assertThat(view(jan, card).text()).contains("Filmpjes");
        for (String question : QUESTIONS.subList(1, 4)) {
            submits(leader, card, "workshop.next", Map.of());
            card.await(p -> p.text().contains(question));
        }
        submits(jan, card, "workshop.propose", Map.of("text", PASSWORDS));
        submits(leader, card, "workshop.close", Map.of());
        channel.awaitPost(p -> p.text().contains("nog geen 2 stellingen"));
        submits(jan, card, "workshop.propose", Map.of("text", HELP));
        submits(leader, card, "workshop.close", Map.of());
        assertThat(channel.awaitPostOffering("stickers.place").text()).contains(PASSWORDS, HELP);
    }

    private Post open() {
        leader.taps(meeting.begin(), "workshop.open");
        return channel.awaitPostOffering("workshop.write");
    }

    /** Goes on to the box of this number. */
    private void next(Post card, int box) {
        while (!card.text().contains("Vak " + box + " van 4")) {
            String before = card.text();
            leader.taps(card, "workshop.next");
            card.await(p -> !p.text().equals(before));
        }
    }

    private static TapAnswer writes(Member member, Post card, String note) {
        return member.taps(card, "workshop.write", Map.of(), Map.of("text", note));
    }

    private static TapAnswer proposes(Member member, Post card, String text) {
        return member.taps(card, "workshop.propose", Map.of(), Map.of("text", text));
    }

    private static TapAnswer view(Member member, Post card) {
        return member.taps(card, "workshop.view");
    }

    /** Somebody else who is, or is not, in the group of this member. */
    private Member memberOf(Post card, Member of, boolean same) {
        String group = group(of, card);
        return channel.members().stream()
                .filter(m -> !m.equals(of) && group(m, card).equals(group) == same)
                .findFirst()
                .orElseThrow();
    }

    private static String group(Member member, Post card) {
        return view(member, card)
                .text()
                .lines()
                .filter(l -> l.startsWith("Jouw groepje"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> statementsOf(Member member, Post card) {
        return view(member, card).card().orElseThrow().actions("workshop.withdraw", Map.of()).stream()
                .map(button -> button.data().path("statement").asString())
                .toList();
    }

    private static void assertKept(TapAnswer answer, String draft, String reason) {
        assertThat(answer.text()).contains(reason);
        assertThat(draft(answer)).startsWith(draft);
    }

    private static String draft(TapAnswer answer) {
        return answer.card().orElseThrow().input("text").orElseThrow().value();
    }

    private static String sessionOf(Post card) {
        return card.card()
                .orElseThrow()
                .actions("workshop.view", Map.of())
                .getFirst()
                .data()
                .path("session")
                .asString();
    }

    private static Map<String, Object> with(Map<String, Object> data, String key, String value) {
        var more = new HashMap<>(data);
        more.put(key, value);
        return more;
    }

    private static void submits(Member member, Post card, String verb, Map<String, String> filledIn) {
        assertThat(member.submits(card, verb, Map.of(), filledIn)).matches(Delivery::accepted);
    }

    private List<String> bodies() {
        return channel.posts().stream()
                .filter(Post::isFromBot)
                .flatMap(post -> post.versions().stream())
                .map(version -> version.activity().toString())
                .toList();
    }
}
