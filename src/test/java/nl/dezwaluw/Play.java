package nl.dezwaluw;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Transcript;

/** One session, from {@code start} to the first action that is done, as a team might play it. Every name in it is fictional. */
final class Play {

    private static final int[] DIVIDED = {2, 4, 2, 5, 1, 4, 2, 4, 3, 2, 5, 4};
    private static final int[] AGREED = {4, 4, 5, 3, 4, 4, 5, 4, 4, 3, 4, 5};
    private static final List<String> ON_THE_FIRST = List.of(
            "ik kies zelf",
            "",
            "",
            "de methode bepaalt",
            "",
            "te weinig tijd om het goed te doen",
            "",
            "",
            "gaat goed",
            "",
            "",
            "");
    private static final List<String> ON_THE_SECOND = List.of(
            "", "rust!", "", "", "minder mail", "", "", "het leerplein werkt", "", "", "", "inloggen duurt lang");

    private final Transcript transcript;
    private final Conversation channel;
    private final List<Member> team;
    private final Member leader;

    Play(Transcript transcript, Conversation channel) {
        this.transcript = transcript;
        this.channel = channel;
        this.team = channel.members();
        this.leader = team.getFirst();
    }

    /**
     * What the play comes to, counted from what the channel shows.
     *
     * @param reactions on all statements together, as the results say it
     */
    record Tally(int members, int statements, int reactions, int actions, int open) {}

    Tally perform() {
        transcript.act("1. Kies stellingen");
        channel.install(leader);
        leader.says("start", channel);
        Post root = channel.awaitPostOffering("session.start");

        transcript.act("2. Thermometer");
        leader.taps(root, "session.start");
        channel.awaitPost(p -> thermometers().size() == 2);
        List<Post> thermometers = thermometers();
        react(thermometers.get(0), DIVIDED, ON_THE_FIRST);
        react(thermometers.get(1), AGREED, ON_THE_SECOND);
        transcript.aside("Wie niet begeleidt, kan niet onthullen; en wie zich bedenkt, verandert zijn antwoord.");
        team.get(2).taps(thermometers.get(0), "thermometer.reveal");
        team.get(1).taps(thermometers.get(0), "thermometer.react", Map.of("score", 5));

        transcript.act("3. Bespreken: de eerste stelling");
        leader.taps(thermometers.get(0), "thermometer.reveal");
        Post first = channel.awaitPost(p -> p.offers("action.add"));

        transcript.act("4. Actie bepalen: bij de eerste stelling");
        agree(first, team.get(1), "Elke vrijdag een schermvrij uur in de middenbouw");

        transcript.act("3 en 4. Bespreken en actie bepalen: de tweede stelling");
        leader.taps(thermometers.get(1), "thermometer.reveal");
        channel.awaitPost(p -> results().size() == 2);
        List<Post> results = results();
        agree(results.get(1), team.get(2), "Drie leerlingen vragen wat zij van de rekenapp vinden");

        transcript.act("5. Opvolging");
        root.await(p -> !p.text().contains("niet onthuld"));
        leader.taps(root, "session.close");
        Post summary = channel.awaitPostOffering("action.done");
        root.await(p -> p.text().contains("SESSIE GESLOTEN"));
        String action = summary.card()
                .orElseThrow()
                .actions("action.done", Map.of())
                .getFirst()
                .data()
                .path("action")
                .stringValue();
        Map<String, String> firstAction = Map.of("action", action);
        team.get(5).taps(summary, "action.done", firstAction);
        team.get(1).taps(summary, "action.done", firstAction);
        summary.await(
                p -> p.card().orElseThrow().actions("action.done", Map.of()).size() == 1);
        team.get(3).says("acties", channel);
        Post list = channel.awaitPost(p -> !p.equals(summary) && p.offers("action.done"));
        return new Tally(
                team.size(),
                results.size(),
                results.stream().mapToInt(Play::reactions).sum(),
                results.stream().mapToInt(p -> count(p, "🎯 (?!Spreek)")).sum(),
                list.card().orElseThrow().actions("action.done", Map.of()).size());
    }

    private void react(Post thermometer, int[] scores, List<String> remarks) {
        for (int i = 0; i < team.size(); i++) {
            String remark = i < remarks.size() ? remarks.get(i) : "";
            team.get(i)
                    .taps(
                            thermometer,
                            "thermometer.react",
                            Map.of("score", scores[i % scores.length]),
                            remark.isEmpty() ? Map.of() : Map.of("remark", remark));
        }
        String all = team.size() + " van " + team.size() + " klaar";
        thermometer.await(p -> p.text().contains(all));
    }

    private void agree(Post result, Member owner, String what) {
        leader.taps(result, "action.add", Map.of(), Map.of("what", what, "owner", owner.aadObjectId()));
        result.await(p -> p.text().contains(what));
    }

    /** From a result's {@code 12 van 12 reageerden}. */
    private static int reactions(Post result) {
        Matcher count = Pattern.compile("(\\d+) van \\d+ reageerden").matcher(result.text());
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private static int count(Post post, String pattern) {
        return (int) Pattern.compile(pattern).matcher(post.text()).results().count();
    }

    private List<Post> thermometers() {
        return offering("thermometer.react");
    }

    private List<Post> results() {
        return offering("action.add");
    }

    private List<Post> offering(String verb) {
        return channel.posts().stream().filter(p -> p.offers(verb)).toList();
    }
}
