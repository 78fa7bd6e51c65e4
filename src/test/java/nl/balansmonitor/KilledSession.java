package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.balansmonitor.documents.sqlite.DatabaseBytes;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;

/** One session of the fictional school De Zwaluw during which the bot is killed, and what has to be true of it in the end. */
final class KilledSession {

    private static final String REVEALED = "st1";
    private static final String UNREVEALED = "st5";
    private static final String BOTH = REVEALED + "," + UNREVEALED;
    private static final String FOUR = "st1,st5,st9,st13";
    private static final String ACTION = "Elke vrijdag een schermvrij uur";

    /** From the beginning of a step on; a start of the bot takes longer to its first answer than a step does. */
    private static final int LATEST_KILL_MILLIS = 1_200;

    private static final int FEWEST_VOTERS = 4;

    private final InsistentTeam team;
    private final MortalBot bot;
    private final DatabaseBytes database;
    private final Random random;
    private final List<Member> members;

    /** The last score of each member on each statement that was acknowledged. */
    private final Map<Vote, Integer> acknowledged = new ConcurrentHashMap<>();

    private record Vote(Member member, String statement) {}

    /** Where a kill may be asked for; it comes during this step or one of the next. */
    private enum Step {
        BEGIN,
        CHOOSE,
        VOTE,
        VOTE_AGAIN,
        REVEAL,
        AGREE,
        CLOSE,
        SUMMARISE
    }

    /** What came of it. */
    record Result(int acknowledged, int counted, int lostAnswers, int doubled) {}

    KilledSession(InsistentTeam team, MortalBot bot, DatabaseBytes database, Random random, Member... members) {
        this.team = team;
        this.bot = bot;
        this.database = database;
        this.random = random;
        this.members = List.of(members);
    }

    /** Plays it to its end; answers once nothing more can come of it. */
    Result play(int kills, boolean withStickers) throws Exception {
        Set<Step> deadly = drawn(kills);
        at(Step.BEGIN, deadly);
        team.says("start");
        at(Step.CHOOSE, deadly);
        if (withStickers) {
            chooseByStickers();
        } else {
            team.leads("session.start", Map.of(), Map.of("statements", BOTH), this::bothAreOpen);
        }
        team.sees(this::bothAreOpen);
        at(Step.VOTE, deadly);
        vote(FEWEST_VOTERS + random.nextInt(members.size() - FEWEST_VOTERS));
        at(Step.VOTE_AGAIN, deadly);
        vote(members.size() / 3);
        var bytes = bytes();
        at(Step.REVEAL, deadly);
        team.leads("thermometer.reveal", statement(REVEALED), Map.of(), this::isRevealed);
        team.sees(this::isRevealed);
        at(Step.AGREE, deadly);
        var action = Map.of("what", ACTION, "owner", members.get(1).aadObjectId());
        team.insists(members.getFirst(), "action.add", statement(REVEALED), action);
        at(Step.CLOSE, deadly);
        team.leads("session.close", Map.of(), Map.of(), () -> team.shows("SESSIE GESLOTEN"));
        at(Step.SUMMARISE, deadly);
        bot.awaitKills();
        team.sees(() -> !summaries().isEmpty());
        team.says("hulp"); // its answer comes after all that was waiting
        team.sees(() -> team.shows("DIT KUN JE TYPEN"));
        return verified(bytes);
    }

    private Set<Step> drawn(int kills) {
        var steps = Arrays.asList(Step.values());
        Collections.shuffle(steps, random);
        return Set.copyOf(steps.subList(0, kills));
    }

    private void at(Step step, Set<Step> deadly) {
        if (deadly.contains(step)) {
            double early = random.nextDouble();
            bot.killAfter(Duration.ofMillis((long) (early * early * LATEST_KILL_MILLIS)));
        }
    }

    /** Everybody takes part; the first statement gets most stickers and the second what is left, so that these two are suggested. */
    private void chooseByStickers() throws Exception {
        team.leads("stickers.open", Map.of(), Map.of("statements", FOUR), () -> team.offers("stickers.place"));
        team.sees(() -> team.offers("stickers.place"));
        everybody(members, member -> {
            var placed = Map.of("sticker." + REVEALED, "2", "sticker." + UNREVEALED, "1");
            team.insists(member, "stickers.place", Map.of(), placed);
        });
        team.leads("stickers.close", Map.of(), Map.of(), () -> team.shows("Uitslag van de stickers"));
        team.sees(() -> team.shows("Uitslag van de stickers"));
        assertThat(team.shows(members.size() + " deelnemers")).isTrue();
        assertThat(team.shows(" " + 2 * members.size() + "\n")).isTrue();
        assertThat(team.shows(" " + members.size() + "\n")).isTrue();
        team.leads("stickers.close", Map.of(), Map.of("statements", BOTH), this::bothAreOpen);
    }

    /** So many members, other ones for each statement, react for the first time or change their minds. */
    private void vote(int voters) throws Exception {
        for (String statement : List.of(REVEALED, UNREVEALED)) {
            var shuffled = new ArrayList<>(members);
            Collections.shuffle(shuffled, random);
            Map<Member, Integer> scores =
                    shuffled.stream().limit(voters).collect(Collectors.toMap(m -> m, m -> 1 + random.nextInt(5)));
            everybody(scores.keySet(), member -> {
                int score = scores.getOrDefault(member, 0);
                var button = Map.of("statement", statement, "score", score);
                team.insists(member, "thermometer.react", button, Map.of());
                acknowledged.put(new Vote(member, statement), score);
            });
        }
    }

    private static void everybody(Collection<Member> members, Consumer<Member> act) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = members.stream()
                    .map(member -> Executors.callable(() -> act.accept(member)))
                    .toList();
            for (Future<Object> done : threads.invokeAll(acts)) {
                done.get();
            }
        }
    }

    private Result verified(SessionBytes bytes) throws Exception {
        assertThat(bytes.distributions())
                .isEqualTo(Map.of(REVEALED, acknowledged(REVEALED), UNREVEALED, acknowledged(UNREVEALED)));
        assertThat(bytes.ballotsAndKey()).isEmpty();
        assertThat(summaries())
                .hasSizeLessThanOrEqualTo(2)
                .allSatisfy(
                        summary -> assertThat(summary.text().split(ACTION, -1)).hasSize(2));
        int counted = bytes.distributions().values().stream()
                .flatMap(counts -> Arrays.stream(counts.split(",")))
                .mapToInt(Integer::parseInt)
                .sum();
        return new Result(acknowledged.size(), counted, team.lostAnswers(), Doubles.of(team.posts(), bot.kills()));
    }

    /** As it has to be stored. */
    private String acknowledged(String statement) {
        var counts = new int[5];
        acknowledged.forEach(
                (vote, score) -> counts[score - 1] += vote.statement().equals(statement) ? 1 : 0);
        return Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    /** The files are read one after the other: what moves from the log into the database meanwhile is found by looking again. */
    private SessionBytes bytes() {
        return await().ignoreExceptions().until(() -> new SessionBytes(database, sessionId()), bytes -> true);
    }

    private String sessionId() {
        var thermometer = team.offering("thermometer.reveal", Map.of()).orElseThrow();
        return Objects.requireNonNull(Meeting.reactionTo(thermometer).get("session"));
    }

    private boolean bothAreOpen() {
        return Stream.of(REVEALED, UNREVEALED)
                .allMatch(s -> team.offering("thermometer.react", statement(s)).isPresent());
    }

    private boolean isRevealed() {
        return team.offering("action.add", statement(REVEALED)).isPresent();
    }

    private List<Post> summaries() {
        return team.posts().stream()
                .filter(p -> p.text().contains("Samenvatting\n"))
                .toList();
    }

    private static Map<String, String> statement(String id) {
        return Map.of("statement", id);
    }
}
