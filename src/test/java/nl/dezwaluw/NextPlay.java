package nl.dezwaluw;

import java.util.List;
import java.util.Map;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Transcript;

/**
 * The session after the first one: the team looks back on its actions, writes statements of its own, chooses one by stickers and measures
 * it. Every name and sentence in it is fictional.
 */
final class NextPlay {

    private static final List<String> WORKS = List.of("het leerplein", "elkaar snel helpen", "rust in de ochtend");
    private static final List<String> HINDERS = List.of("te veel inlogcodes", "meldingen onder de les");
    private static final List<String> PROPOSALS = List.of(
            "Wij helpen elkaar binnen een dag als iets digitaals niet werkt.",
            "Ik laat meldingen onder de les uit.",
            "Wij leggen ouders uit waarom we een app kiezen.");
    private static final int[] ANSWERS = {2, 3, 2, 4, 3, 2, 3, 3, 2, 4, 3, 2};

    private final Transcript transcript;
    private final Conversation channel;
    private final List<Member> team;
    private final Member leader;

    NextPlay(Transcript transcript, Conversation channel) {
        this.transcript = transcript;
        this.channel = channel;
        this.team = channel.members();
        this.leader = team.getFirst();
    }

    /**
     * What it comes to, read from what the channel shows.
     *
     * @param proposals handed in by the groups
     * @param chosen    the statement that was measured, as the thermometer words it
     */
    record Tally(int proposals, String chosen) {}

    Tally perform() {
        transcript.act("De volgende sessie. 0. Terugblik");
        leader.says("start", channel);
        Post root = channel.awaitPostOffering("lookback.next");
        leader.taps(root, "lookback.again");
        root.await(p -> p.text().contains("opnieuw opgepakt"));
        leader.taps(root, "lookback.next");
        root.await(p -> !p.offers("lookback.next"));

        transcript.act("1c. Eigen stellingen schrijven");
        leader.taps(root, "workshop.open");
        Post workshop = channel.awaitPostOffering("workshop.write");
        write(workshop, WORKS);
        next(workshop, "2 van 4");
        write(workshop, HINDERS);
        next(workshop, "3 van 4");
        next(workshop, "4 van 4");
        for (int i = 0; i < PROPOSALS.size(); i++) {
            team.get(i + 1).taps(workshop, "workshop.propose", Map.of(), Map.of("text", PROPOSALS.get(i)));
        }

        transcript.act("1b. Stickerronde over wat er is ingeleverd");
        leader.taps(workshop, "workshop.close");
        Post round = channel.awaitPostOffering("stickers.place");
        List<String> inputs = round.card().orElseThrow().inputs().stream()
                .map(input -> input.id())
                .toList();
        transcript.aside("Wie er te veel plakt, hoort hoeveel, en houdt wat hij invulde.");
        team.get(1).taps(round, "stickers.place", Map.of(), Map.of(inputs.get(0), "3", inputs.get(1), "2"));
        for (int i = 0; i < team.size(); i++) {
            team.get(i)
                    .taps(
                            round,
                            "stickers.place",
                            Map.of(),
                            Map.of(
                                    inputs.get(0), i % 3 == 0 ? "1" : "2",
                                    inputs.get(1 + i % 2), "1",
                                    inputs.get(2 - i % 2), "0"));
        }
        String all = team.size() + " van " + team.size() + " klaar";
        root.await(p -> p.text().contains(all));
        leader.taps(round, "stickers.close");
        round.await(p -> p.text().contains("Uitslag van de stickers"));
        transcript.aside("De begeleider gaat verder met één stelling.");
        leader.taps(
                round,
                "stickers.close",
                Map.of(),
                Map.of("statements", inputs.getFirst().replace("sticker.", "")));

        transcript.act("2 en 3. Thermometer en gesprek over de eigen stelling");
        Post thermometer = channel.awaitPostOffering("thermometer.reveal");
        for (int i = 0; i < team.size(); i++) {
            team.get(i).taps(thermometer, "thermometer.react", Map.of("score", ANSWERS[i % ANSWERS.length]));
        }
        thermometer.await(p -> p.text().contains(all));
        leader.taps(thermometer, "thermometer.reveal");
        Post result = channel.awaitPostOffering("action.add");
        leader.taps(root, "session.close");
        // Nothing must be left for the bot that stays up: this Teams is gone by then.
        root.await(p -> p.text().contains("SESSIE GESLOTEN"));
        thermometer.await(p -> !p.offers("thermometer.react"));
        result.await(p -> !p.offers("action.add"));
        channel.awaitPost(p -> p.threadId().equals(root.threadId()) && p.text().contains("Samenvatting"));
        String chosen = PROPOSALS.stream()
                .filter(text -> thermometer.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("measured is not what was handed in"));
        return new Tally(inputs.size(), chosen);
    }

    private void write(Post workshop, List<String> notes) {
        for (int i = 0; i < notes.size(); i++) {
            team.get(i).taps(workshop, "workshop.write", Map.of(), Map.of("text", notes.get(i)));
        }
    }

    private void next(Post workshop, String position) {
        leader.taps(workshop, "workshop.next");
        workshop.await(p -> p.text().contains(position));
    }
}
