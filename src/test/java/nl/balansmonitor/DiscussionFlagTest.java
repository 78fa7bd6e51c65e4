package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Settings;
import nl.balansmonitor.standin.TapAnswer;
import nl.balansmonitor.standin.TeamsStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The team decides when it talks: enough flags on a statement, and the bot proposes it, once, without a name and without a number. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscussionFlagTest {

    private static final String SCREEN_FREE =
            "Er is bewust ruimte voor schermvrije momenten en onverwachte leermomenten.";
    private static final Map<String, String> BUTTON = Map.of("statement", "st7");

    /** In a team of twelve. */
    private static final int ENOUGH = 3;

    private Path database;
    private TeamsStandIn teams;
    private RunningBot bot;
    private Member leader;
    private Member jan;
    private Conversation channel;

    @BeforeAll
    void start(@TempDir Path folder) {
        database = folder.resolve("balans.db");
        teams = TeamsStandIn.start(Settings.defaults());
        bot = run();
        leader = teams.team()[0];
    }

    /** Each test has a channel, and so flags, of its own. */
    @BeforeEach
    void install() {
        jan = teams.member("Jan de Vries").speaks("nl-NL");
        channel = teams.channel("Digitalisering", teams.team());
        channel.install(leader);
    }

    @AfterAll
    void stop() {
        bot.close();
        teams.close();
    }

    @Test
    void isNotedForTheMemberAlone() {
        Post deck = deck();

        assertThat(flag(jan, deck).line())
                .contains("Genoteerd: je wilt deze stelling bespreken. Niemand ziet dat jij dit aangaf.");
        assertThat(flag(jan, deck).line())
                .hasValueSatisfying(line -> assertThat(line).contains("Dit had je deze maand al aangegeven."));
        assertThat(jan.speaks("en-GB")
                        .taps(deck, "statement.flag", Map.of("statement", "st9"))
                        .line())
                .hasValueSatisfying(line -> assertThat(line).contains("Noted"));
        assertThat(deck.versions()).hasSize(1);
    }

    @Test
    void isAnsweredAlikeWhoeverFlaggedBefore() {
        Post deck = deck();
        List<String> lines = List.of(teams.team()).stream()
                .map(member -> flag(member, deck).line().orElseThrow())
                .distinct()
                .toList();

        assertThat(lines).hasSize(1).noneMatch(line -> line.matches(".*\\d.*"));
    }

    @Test
    void leadsToOneProposalOnceEnoughHaveRaisedIt() {
        Post deck = deck();
        for (int i = 0; i < ENOUGH - 1; i++) {
            flag(teams.team()[i], deck);
            flag(teams.team()[i], deck);
        }
        awaitEverythingSent();
        assertThat(proposals()).isEmpty();

        for (int i = ENOUGH - 1; i < 8; i++) {
            flag(teams.team()[i], deck);
        }
        Post proposal = awaitProposal();
        flag(teams.team()[8], deck);
        awaitEverythingSent();
        assertThat(proposals()).containsExactly(proposal);
        assertThat(proposal.text()).contains("Meerdere collega’s willen deze stelling bespreken", SCREEN_FREE);
        assertThat(proposal.versions()).hasSize(1);
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void tellsNobodyWhoOrHowMany() {
        Post deck = deck();
        for (int i = 1; i <= 5; i++) {
            flag(teams.team()[i], deck);
        }
        String posted = awaitProposal().newest().activity().toString();

        for (Member member : teams.team()) {
            assertThat(posted).doesNotContain(member.aadObjectId(), member.id(), "\"" + member.name());
        }
        assertThat(awaitProposal().text()).doesNotContainPattern("\\d").doesNotContain("vijf", "drie");
    }

    @Test
    void putsTheStatementIntoTheNextSessionWithOneTapOfAnybody() {
        Post deck = deck();
        enough(deck);
        Post proposal = awaitProposal();

        TapAnswer planned = jan.taps(proposal, "statement.schedule");
        assertThat(planned.text()).contains("📌 Deze stelling staat klaar voor de volgende sessie.");
        proposal.await(p -> p.text().contains("📌") && !p.offers("statement.schedule"));
        assertThat(all(deck())).contains("📌 in de volgende sessie");

        Post start = new Meeting(channel, leader).begin();
        assertThat(suggested(start)).startsWith("st7,");
        assertThat(start.text()).contains("op verzoek van het team · nog nooit gemeten");
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void isNoReasonToProposeWhatIsInTheNextSessionAlready() {
        Post deck = deck();
        assertThat(jan.forges(deck, "statement.schedule", BUTTON).card()).isPresent();
        enough(deck);
        awaitEverythingSent();

        assertThat(proposals()).isEmpty();
    }

    @Test
    void isDealtWithOnceTheStatementWasMeasured() {
        Post deck = deck();
        enough(deck);
        Post proposal = awaitProposal();
        leader.taps(proposal, "statement.schedule");
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        meeting.open(root, "st7");
        meeting.close(root);

        proposal.await(p -> p.text().contains("Dit voorstel is afgehandeld."));
        assertThat(all(deck())).contains(SCREEN_FREE).doesNotContain("📌");
        assertThat(suggested(meeting.begin())).doesNotContain("st7");
        assertThat(proposals()).hasSize(1);
    }

    @Test
    void isRaisedOnASummaryToo() {
        var meeting = new Meeting(channel, leader);
        Post root = meeting.begin();
        meeting.open(root, "st7");
        Post summary = meeting.close(root);

        for (int i = 0; i < ENOUGH; i++) {
            assertThat(flag(teams.team()[i], summary).line()).isPresent();
        }
        assertThat(awaitProposal().text()).contains(SCREEN_FREE);
        assertThat(teams.violations()).isEmpty();
    }

    @Test
    void isDroppedWithAStatementThatLeadersTakeOut() {
        Post deck = deck();
        enough(deck);
        Post proposal = awaitProposal();
        leader.taps(deck, "deck.manage");
        leader.taps(deck, "statement.retire", BUTTON);

        proposal.await(p -> p.text().contains("Dit voorstel is afgehandeld."));
        assertThat(jan.forges(proposal, "statement.schedule", BUTTON).line())
                .hasValueSatisfying(line -> assertThat(line).contains("uit de lijst gehaald"));
    }

    @Test
    void isProposedOnceAlsoAfterARestart() {
        Post deck = deck();
        teams.faults().nextSends(10_000).answer(503, "ServiceUnavailable");
        enough(deck);
        bot.close();
        teams.faults().clear();
        bot = run();

        Post proposal = awaitProposal();
        bot.close();
        bot = run();
        flag(teams.team()[7], deck);
        awaitEverythingSent();
        assertThat(proposals()).containsExactly(proposal);
        assertThat(proposal.versions()).hasSize(1);
    }

    private RunningBot run() {
        return RunningBot.in(
                teams, database, "--balans.sending.update-interval=100ms", "--balans.sending.first-retry=100ms");
    }

    private Post deck() {
        var before = channel.posts();
        leader.says("stellingen", channel);
        return channel.awaitPost(p -> !before.contains(p) && p.offers("deck.manage"));
    }

    /** What is folded away as well. */
    private static String all(Post post) {
        return post.card().orElseThrow().json().toString();
    }

    private void enough(Post deck) {
        for (int i = 0; i < ENOUGH; i++) {
            flag(teams.team()[i], deck);
        }
    }

    private static TapAnswer flag(Member member, Post where) {
        return member.taps(where, "statement.flag", BUTTON);
    }

    private Post awaitProposal() {
        return channel.awaitPost(DiscussionFlagTest::isProposal);
    }

    private List<Post> proposals() {
        return channel.posts().stream().filter(DiscussionFlagTest::isProposal).toList();
    }

    private static boolean isProposal(Post post) {
        return post.isFromBot() && post.text().contains("Meerdere collega’s");
    }

    private static String suggested(Post start) {
        return start.card().orElseThrow().input("statements").orElseThrow().value();
    }

    /** What waits for a space is sent in the order in which it became due: a start card comes after what came before it. */
    private void awaitEverythingSent() {
        var before = channel.posts();
        leader.says("start", channel);
        channel.awaitPost(p -> !before.contains(p) && p.offers("session.start"));
    }
}
