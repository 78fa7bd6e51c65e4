package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.WorkshopProposals;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member of a group that writes much still sees on one card. */
class WorkshopPresenterTest {

    private static final int LARGEST = 34 * 1024;

    private static final List<Member> MEMBERS = IntStream.range(0, 5)
            .mapToObj(i -> new Member(new MemberId("member-" + i), "29:" + i, "Fenna " + i, false))
            .toList();

    private Rooms rooms;
    private Workshops workshops;
    private WorkshopPresenter presenter;
    private Space space;
    private Session session;

    @BeforeEach
    void openTheFirstBox(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
        workshops = rooms.get(Workshops.class);
        var decks = rooms.get(Decks.class);
        var texts = new Texts();
        var phrases = new Phrases(texts, decks);
        presenter = new WorkshopPresenter(
                new Cards(new TeamsConfiguration().templates(true), texts),
                texts,
                phrases,
                workshops,
                new GroupPresenter(texts, phrases, workshops, decks),
                new DuplicatesPresenter(decks));
        space = rooms.get(Spaces.class)
                .ledAtFirstBy(rooms.newSpace(), MEMBERS.getFirst().id());
        rooms.get(Sessions.class).begin(space.id(), leader());
        session = now();
        workshops.open(
                space.id(),
                session.id(),
                leader(),
                MEMBERS.stream().map(Member::id).toList(),
                Workshops.Setup.USUAL);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void showsThirtyNotesOfABoxAndHowManyThereAreBesides() {
        write(Box.WHAT_WORKS, 34, "De rekenapp");

        assertThat(own()).contains("En nog 4 andere notities.");
        assertThat(own().split("De rekenapp", -1)).hasSize(30 + 1);
    }

    @Test
    void staysSmallEnoughWithTwoHundredLongNotesAndThreeLongStatementsThatSayTheSame() {
        for (Box box : Box.values()) {
            write(box, 50, "語".repeat(280));
            workshops.next(space.id(), session.id(), leader(), box);
        }
        var proposals = rooms.get(WorkshopProposals.class);
        for (String last : List.of("bij", "met", "aan")) {
            proposals.propose(space.id(), session.id(), MEMBERS.getFirst().id(), "ë".repeat(196) + " " + last);
        }

        assertThat(own().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
        assertThat(own()).contains("Nieuwe stellingen", "andere notities", "workshop.merge");
    }

    private void write(Box box, int times, String note) {
        for (int i = 0; i < times; i++) {
            workshops.write(space.id(), session.id(), MEMBERS.getFirst().id(), box, note);
        }
    }

    private String own() {
        return presenter
                .own(new Scene(space, now(), MEMBERS), leader(), WorkshopPresenter.Form.EMPTY)
                .toString();
    }

    private Actor leader() {
        return space.actor(MEMBERS.getFirst().id());
    }

    private Session now() {
        return rooms.get(Sessions.class).current(space.id()).orElseThrow();
    }
}
