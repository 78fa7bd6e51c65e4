package nl.balansmonitor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.TapAnswer;
import tools.jackson.databind.JsonNode;

/** Sessions as a team plays them in one channel or chat. The steps of the leader wait until what they lead to can be seen. */
final class Meeting {

    private final Conversation where;
    private final Member leader;

    /**
     * Nothing happens yet.
     *
     * @param leader whoever is the first to say start in a place that nobody leads
     */
    Meeting(Conversation where, Member leader) {
        this.where = where;
        this.leader = leader;
    }

    /** Asks for a session; answers with its start card, on which the session's thread hangs. */
    Post begin() {
        leader.says("start", where);
        return where.awaitPostOffering("session.start");
    }

    /** Starts with these statements, or with those that are suggested if there are none; answers with their thermometers. */
    List<Post> open(Post root, String... statements) {
        int count = statements.length == 0 ? 2 : statements.length;
        leader.taps(
                root,
                "session.start",
                Map.of(),
                statements.length == 0 ? Map.of() : Map.of("statements", String.join(",", statements)));
        return awaitThermometers(sessionOf(root), count);
    }

    /** Answers with the thermometers of a session, once there are so many. */
    List<Post> awaitThermometers(String session, int count) {
        where.awaitPost(p -> thermometers(session).size() == count);
        return thermometers(session);
    }

    static TapAnswer react(Member member, Post thermometer, int score, String remark) {
        return member.taps(
                thermometer,
                "thermometer.react",
                Map.of("score", score),
                remark.isEmpty() ? Map.of() : Map.of("remark", remark));
    }

    /** As many members as there are scores react, in the order of the roster. */
    List<TapAnswer> react(Post thermometer, int... scores) {
        List<Member> members = where.members();
        return IntStream.range(0, scores.length)
                .mapToObj(i -> react(members.get(i), thermometer, scores[i], ""))
                .toList();
    }

    /** Waits until the card for everybody says so. */
    void awaitProgress(Post thermometer, int done) {
        String progress = done + " van " + where.members().size() + " klaar";
        thermometer.await(p -> p.text().contains(progress));
    }

    /** Answers with the card that shows the result. */
    Post reveal(Post thermometer) {
        Map<String, String> which = reactionTo(thermometer);
        leader.taps(thermometer, "thermometer.reveal");
        return where.awaitPost(p ->
                p.card().filter(c -> !c.actions("action.add", which).isEmpty()).isPresent());
    }

    /** The counts for 1 to 5, as a program can read them from a result. */
    static List<Integer> distribution(Post result) {
        JsonNode facts = result.card().orElseThrow().json().findValue("facts");
        return StreamSupport.stream(facts.spliterator(), false)
                .sorted(Comparator.comparing(fact -> fact.path("title").asString()))
                .map(fact -> fact.path("value").asString().replaceAll("\\D+", ""))
                .map(Integer::valueOf)
                .toList();
    }

    void agree(Post result, Member owner, String what) {
        leader.taps(result, "action.add", Map.of(), Map.of("what", what, "owner", owner.aadObjectId()));
        result.await(p -> p.text().contains(what));
    }

    /** Answers with the summary. */
    Post close(Post root) {
        leader.taps(root, "session.close");
        return awaitSummary(root);
    }

    Post awaitSummary(Post root) {
        return where.awaitPost(p -> isSummary(root, p));
    }

    /** How often the summary of a session was posted. */
    long summaries(Post root) {
        return where.posts().stream().filter(p -> isSummary(root, p)).count();
    }

    static String sessionOf(Post root) {
        return dataOf(root, "session.start", "session");
    }

    static String statementOf(Post thermometer) {
        return dataOf(thermometer, "thermometer.reveal", "statement");
    }

    /** What the data of a reaction to this thermometer holds besides the score. */
    static Map<String, String> reactionTo(Post thermometer) {
        return Map.of(
                "session", dataOf(thermometer, "thermometer.reveal", "session"), "statement", statementOf(thermometer));
    }

    private static boolean isSummary(Post root, Post post) {
        return post.isFromBot()
                && post.threadId().equals(root.threadId())
                && post.text().contains("Samenvatting\n");
    }

    private List<Post> thermometers(String session) {
        return where.posts().stream()
                .filter(p -> p.isFromBot()
                        && p.card()
                                .filter(c -> !c.actions("thermometer.reveal", Map.of("session", session))
                                        .isEmpty())
                                .isPresent())
                .toList();
    }

    /** From the first version, which had every button. */
    private static String dataOf(Post post, String verb, String field) {
        return post.versions()
                .getFirst()
                .card()
                .orElseThrow()
                .actions(verb, Map.of())
                .getFirst()
                .data()
                .path(field)
                .asString();
    }
}
