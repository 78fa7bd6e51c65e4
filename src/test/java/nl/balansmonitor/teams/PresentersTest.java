package nl.balansmonitor.teams;

import static nl.balansmonitor.Rooms.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.TenYears;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.LookBack;
import nl.balansmonitor.actions.Proposal;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.reports.ReportLinks;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.PlanForm;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.rhythm.Reminder;
import nl.balansmonitor.rhythm.Reminders;
import nl.balansmonitor.rhythm.SchoolDays;
import nl.balansmonitor.rhythm.SessionMoments;
import nl.balansmonitor.sessions.Ballot;
import nl.balansmonitor.sessions.Box;
import nl.balansmonitor.sessions.Closing;
import nl.balansmonitor.sessions.History;
import nl.balansmonitor.sessions.Phase;
import nl.balansmonitor.sessions.Remark;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.sessions.StickerRounds;
import nl.balansmonitor.sessions.Stickers;
import nl.balansmonitor.sessions.Thermometers;
import nl.balansmonitor.sessions.WorkshopProposals;
import nl.balansmonitor.sessions.Workshops;
import nl.balansmonitor.shared.ActionId;
import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Memberships;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.spaces.Spaces;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Flags;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.statements.Theme;
import nl.balansmonitor.teams.botframework.Conversation;
import nl.balansmonitor.trends.Period;
import nl.balansmonitor.trends.Trends;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples are the contract between presenters and templates: both have exactly the same fields. */
class PresentersTest {

    private static final StatementId SCREEN_FREE = new StatementId("st7");
    private static final StatementId FEEDBACK = new StatementId("st13");
    private static final int MORE_THAN_ARE_LISTED = 17;
    private static final int MORE_THAN_FIT_ON_A_CARD = 31;

    private static final List<Member> MEMBERS = IntStream.range(0, 5)
            .mapToObj(i -> new Member(new MemberId("member-" + i), "29:" + i, "Fenna " + i, false))
            .toList();

    /** Draws as always, and notes what it was handed. */
    private static final class Noting extends Cards {

        private final SortedMap<String, Set<String>> fields = new TreeMap<>();

        Noting(Texts texts) {
            super(new TeamsConfiguration().templates(true), texts);
        }

        @Override
        JsonNode draw(String name, Language language, Object values) {
            fields.computeIfAbsent(name, n -> new TreeSet<>())
                    .addAll(fieldsOf("", JsonMapper.shared().valueToTree(values)));
            return super.draw(name, language, values);
        }
    }

    @Test
    void handOverWhatTheSamplesShowAndNothingElse(@TempDir Path folder) {
        var texts = new Texts();
        var cards = new Noting(texts);
        try (Rooms rooms = Rooms.over(folder.resolve("test.db"), "balans.reports.base-url=http://127.0.0.1:3978")) {
            new School(rooms, cards, texts).goesThroughTwoSessions();
        }
        var samples = new TreeMap<String, Set<String>>();
        CardsTest.samples()
                .forEach(sample -> samples.computeIfAbsent(sample.card(), n -> new TreeSet<>())
                        .addAll(fieldsOf("", sample.data().asObject().deepCopy().without("lang"))));
        assertThat(cards.fields).isEqualTo(samples);
    }

    /** The paths of all fields, as {@code actions[].what}. */
    private static Set<String> fieldsOf(String path, JsonNode node) {
        var fields = new TreeSet<String>();
        node.properties().forEach(field -> {
            String below = path + "." + field.getKey();
            fields.add(below);
            fields.addAll(fieldsOf(below, field.getValue()));
        });
        if (node.isArray()) {
            node.forEach(item -> fields.addAll(fieldsOf(path + "[]", item)));
        }
        return fields;
    }

    private static final class School {

        private final Rooms rooms;
        private final Sessions sessions;
        private final Thermometers thermometers;
        private final Actions actions;
        private final Board board;
        private final ThermometerPresenter thermometerCards;
        private final RevealPresenter revealCards;
        private final ActionsPresenter actionCards;
        private final ReminderPresenter reminderCards;
        private final SessionPresenter sessionCards;
        private final StickerPresenter stickerCards;
        private final WorkshopPresenter workshopCards;
        private final AdjustPresenter form;
        private final DeckPresenter deckCards;
        private final ManagePresenter manageCards;
        private final EditPresenter wordings;
        private final ProposalPresenter proposals;
        private final PlanPresenter planCards;
        private final AnnouncementPresenter announcements;
        private final TrendPresenter trendCards;
        private final ReportsPresenter reportCards;
        private final ChoosePresenter choice;
        private final HelpPresenter help;
        private final HomePresenter home;
        private final Conversations conversations;
        private final Notices notices;
        private final Space space;

        School(Rooms rooms, Cards cards, Texts texts) {
            this.rooms = rooms;
            sessions = rooms.get(Sessions.class);
            thermometers = rooms.get(Thermometers.class);
            actions = rooms.get(Actions.class);
            var decks = rooms.get(Decks.class);
            var phrases = new Phrases(texts, decks);
            var list = new ActionList(texts);
            var owners = new Owners();
            var documents = rooms.get(Documents.class);
            var conversations = new Conversations(documents);
            var places = new Places(documents, conversations, mock(Transport.class), texts);
            var deliveries = new Deliveries(documents);
            notices = new Notices(cards, texts);
            var lookBack = new LookBackPresenter(texts, phrases, rooms.get(LookBack.class), rooms.clock());
            var agenda = rooms.get(Agenda.class);
            var openings = new Openings(texts, sessions, rooms.get(SessionMoments.class), rooms.clock());
            var start = new StartPresenter(cards, texts, phrases, sessions, decks, agenda, openings, lookBack);
            sessionCards = new SessionPresenter(
                    cards, texts, phrases, notices, start, rooms.get(StickerRounds.class), thermometers, actions);
            var followUps = new FollowUps(sessions, thermometers, openings, texts, rooms.clock());
            form = new AdjustPresenter(cards, phrases, owners, rooms.clock());
            thermometerCards = new ThermometerPresenter(cards, texts, phrases, thermometers);
            revealCards = new RevealPresenter(
                    cards, texts, phrases, thermometers, actions, list, owners, followUps, rooms.clock());
            var nobody = new Rosters(mock(Transport.class));
            actionCards = new ActionsPresenter(cards, texts, phrases, actions, places, nobody, rooms.clock());
            reminderCards = new ReminderPresenter(
                    cards,
                    texts,
                    phrases,
                    places,
                    deliveries,
                    rooms.get(Reminders.class),
                    new Addresses(documents),
                    followUps);
            var plans = rooms.get(Plans.class);
            planCards = new PlanPresenter(cards, texts, phrases, plans, rooms.get(SchoolDays.class), rooms.clock());
            announcements = new AnnouncementPresenter(cards, texts, phrases, plans, rooms.clock());
            trendCards = new TrendPresenter(
                    cards, texts, phrases, new TrendPhrases(texts, phrases), rooms.get(Trends.class), places);
            choice = new ChoosePresenter(cards, texts, places);
            help = new HelpPresenter(cards, texts);
            home = new HomePresenter(
                    cards,
                    texts,
                    phrases,
                    new Visits(rooms.get(Memberships.class), rooms.get(Spaces.class), conversations, everybody()),
                    places,
                    actions,
                    sessions,
                    plans,
                    deliveries,
                    rooms.clock());
            this.conversations = conversations;
            stickerCards = new StickerPresenter(cards, texts, phrases, rooms.get(StickerRounds.class));
            var workshops = rooms.get(Workshops.class);
            workshopCards = new WorkshopPresenter(
                    cards,
                    texts,
                    phrases,
                    workshops,
                    new GroupPresenter(texts, phrases, workshops, decks),
                    new DuplicatesPresenter(decks));
            deckCards = new DeckPresenter(cards, texts, phrases, decks, agenda, thermometers);
            manageCards = new ManagePresenter(cards, texts, phrases, decks);
            wordings = new EditPresenter(cards, phrases);
            proposals = new ProposalPresenter(cards, phrases, rooms.get(Flags.class), agenda);
            reportCards = new ReportsPresenter(
                    cards,
                    texts,
                    phrases,
                    rooms.get(History.class),
                    rooms.get(ReportLinks.class),
                    places,
                    rooms.clock());
            board = new Board(
                    sessionCards,
                    workshopCards,
                    stickerCards,
                    new RankingPresenter(cards, texts, phrases, openings),
                    thermometerCards,
                    new HalfwayPresenter(phrases, notices, thermometers),
                    revealCards,
                    new SummaryPresenter(cards, texts, phrases, thermometers, actions, list, reportCards),
                    deliveries,
                    rooms.clock());
            space = rooms.get(Spaces.class)
                    .ledAtFirstBy(rooms.newSpace(), MEMBERS.getFirst().id());
        }

        void goesThroughTwoSessions() {
            session();
            rooms.itIs(MONDAY_MORNING.plus(Duration.ofDays(60)));
            session();
            actionCards.card(space, MEMBERS);
            stickerRound();
            rooms.get(Closing.class)
                    .close(
                            space.id(),
                            sessions.current(space.id()).orElseThrow().id(),
                            leader(),
                            MEMBERS.size());
            workshop();
            ActionItem one = actions.open(space.id()).getFirst();
            form.card(space, one, MEMBERS, new ActionSurface.List(), AdjustPresenter.Draft.of(one));
            var reminder = new Reminder(Reminder.Stage.ON, one.feedbackDate());
            reminderCards.card(space, one, reminder, Addresses.Address.thread(MEMBERS.getFirst(), false));
            deck();
            var channel = new Conversation(
                    "19:zwaluw", Optional.empty(), "http://127.0.0.1", "", Conversation.Type.CHANNEL, "28:bot", "Bot");
            var caller = new Caller(space, channel, MEMBERS.getFirst().id(), Language.DUTCH);
            help.card(caller, false);
            conversations.remember(space.id(), channel);
            home.card(caller);
            trend(caller);
        }

        /** Of every conversation. */
        private static Rosters everybody() {
            Rosters rosters = mock(Rosters.class);
            when(rosters.of(any())).thenReturn(MEMBERS);
            return rosters;
        }

        private void trend(Caller caller) {
            var school = rooms.get(Spaces.class).of(rooms.newSpace());
            TenYears.until(rooms.clock().instant(), school.id()).writeTo(rooms.get(Documents.class));
            trendCards.card(caller.in(school), true, Period.EVERYTHING);
            reportCards.card(caller.in(school), true, false);
            choice.card(Language.DUTCH, "phrase.choose.trend", "trend.show", List.of(caller));
        }

        private void deck() {
            deckCards.card(space, 0);
            drawsThePlan();
            manageCards.card(space, 0, new ManagePresenter.Draft("added", "Schrijf een andere.", Theme.OWN, "Wij"));
            Statement statement = rooms.get(Decks.class).statement(space.id(), SCREEN_FREE);
            wordings.card(space, statement, "Wij", "Schrijf een andere.", 6);
            MEMBERS.forEach(m -> rooms.get(Flags.class).flag(space, SCREEN_FREE, m.id(), MEMBERS.size()));
            assertThat(proposals.open(space)).hasSize(1);
            assertThat(proposals.answered(space)).isEmpty();
        }

        private void drawsThePlan() {
            var plans = rooms.get(Plans.class);
            planCards.card(space);
            String first = LocalDate.now(rooms.clock()).plusDays(7).toString();
            var yearly = new PlanForm("YEARLY", "", first, "TUESDAY", "10:00", "2", false, "0", "SOUTH", "", "");
            assertThat(plans.set(space, leader(), yearly)).isInstanceOf(Outcome.Accepted.class);
            planCards.form(space, PlanPresenter.Said.NOTHING);
            Occasion next = plans.coming(space).getFirst().occasion();
            announcements.card(space, next);
        }

        private void stickerRound() {
            var rounds = rooms.get(StickerRounds.class);
            var leader = space.actor(MEMBERS.getFirst().id());
            Session begun = accepted(sessions.begin(space.id(), leader));
            rounds.open(space.id(), begun.id(), leader, List.of(SCREEN_FREE, FEEDBACK), OptionalInt.empty());
            Session open = sessions.current(space.id()).orElseThrow();
            MEMBERS.forEach(m ->
                    rounds.place(space.id(), begun.id(), m.id(), new Stickers(Map.of(SCREEN_FREE, 2, FEEDBACK, 1))));
            board.faces(scene(open));
            stickerCards.own(scene(open), MEMBERS.getFirst().id());
            stickerCards.refused(scene(open), Map.of(SCREEN_FREE, "9"), "Je plakte er te veel.");
            rounds.close(space.id(), begun.id(), leader);
            board.faces(scene(sessions.current(space.id()).orElseThrow()));
        }

        private void workshop() {
            var workshops = rooms.get(Workshops.class);
            var proposals = rooms.get(WorkshopProposals.class);
            SessionId id = accepted(sessions.begin(space.id(), leader())).id();
            workshops.open(
                    space.id(), id, leader(), MEMBERS.stream().map(Member::id).toList(), Workshops.Setup.USUAL);
            MemberId fenna = MEMBERS.getFirst().id();
            for (int i = 0; i < MORE_THAN_FIT_ON_A_CARD; i++) {
                workshops.write(space.id(), id, fenna, Box.WHAT_WORKS, "Filmpjes " + i);
            }
            proposals.propose(space.id(), id, fenna, "Wij helpen elkaar met de tablets.");
            proposals.propose(space.id(), id, fenna, "Wij helpen elkaar bij de tablets.");
            Session writing = sessions.current(space.id()).orElseThrow();
            board.faces(scene(writing));
            workshopCards.own(scene(writing), leader(), WorkshopPresenter.Form.refused("Zie", "Dat kan niet."));
            workshopCards.own(scene(writing), leader(), WorkshopPresenter.Form.saved("noteCut"));
            workshopCards.over(scene(accepted(proposals.close(space.id(), id, leader(), OptionalInt.empty()))));
        }

        private Actor leader() {
            return space.actor(MEMBERS.getFirst().id());
        }

        private static Session accepted(Outcome<Session, SessionRefusal> outcome) {
            return ((Outcome.Accepted<Session, SessionRefusal>) outcome).value();
        }

        private void session() {
            var leader = space.actor(MEMBERS.getFirst().id());
            sessions.begin(space.id(), leader);
            Session begun = sessions.current(space.id()).orElseThrow();
            board.faces(scene(begun));
            sessions.measure(space.id(), begun.id(), leader, List.of(SCREEN_FREE, FEEDBACK));
            MEMBERS.forEach(m -> thermometers.react(space.id(), begun.id(), SCREEN_FREE, m.id(), 4, Remark.of("rust")));
            Session running = sessions.current(space.id()).orElseThrow();
            board.faces(scene(running));
            thermometerCards.own(scene(running), SCREEN_FREE, MEMBERS.getFirst().id());
            thermometerCards.after(scene(running), SCREEN_FREE, new Ballot(4, "rust"), true);
            notices.running(Language.DUTCH, running, sessionCards.closeTitle(Language.DUTCH, running));
            thermometers.reveal(space.id(), begun.id(), SCREEN_FREE, leader, MEMBERS.size());
            Session revealed = sessions.current(space.id()).orElseThrow();
            agree(revealed);
            board.faces(scene(revealed));
            revealCards.own(
                    scene(revealed), SCREEN_FREE, new RevealPresenter.Draft("Bosdag", "", "Kies wie het oppakt."));
            rooms.get(Closing.class).close(space.id(), begun.id(), leader, MEMBERS.size());
            Session closing = sessions.find(space.id(), begun.id()).orElseThrow();
            Session closed = rooms.get(Closing.class).resume(closing, MEMBERS.size());
            assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
            board.faces(scene(closed));
        }

        private void agree(Session session) {
            for (int i = 0; i < MORE_THAN_ARE_LISTED; i++) {
                actions.add(
                        space,
                        session,
                        SCREEN_FREE,
                        new Proposal(
                                "Bosdag " + i,
                                MEMBERS.getFirst().id(),
                                "Fenna 0",
                                LocalDate.ofInstant(rooms.clock().instant(), space.zone())));
            }
            ActionId first = actions.of(space.id(), session.id()).getFirst().id();
            actions.done(space, first, space.actor(MEMBERS.getFirst().id()));
            actions.open(space.id())
                    .forEach(a -> actions.adjust(
                            space,
                            a.id(),
                            space.actor(MEMBERS.getFirst().id()),
                            new Proposal(a.what() + " of strandweek", a.owner(), a.ownerName(), a.feedbackDate())));
        }

        private Scene scene(Session session) {
            return new Scene(space, session, MEMBERS);
        }
    }
}
