package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.rhythm.Occasion;
import nl.balansmonitor.rhythm.Plans;
import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.Sessions;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws what there is for one person, in his own chat: his actions, and where he can go on. */
@Component
class HomePresenter {

    private static final int MOST_ACTIONS = 3;
    private static final int MOST_SPACES = 8;

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Visits visits;
    private final Places places;
    private final Actions actions;
    private final Sessions sessions;
    private final Plans plans;
    private final Deliveries deliveries;
    private final Clock clock;

    HomePresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Visits visits,
            Places places,
            Actions actions,
            Sessions sessions,
            Plans plans,
            Deliveries deliveries,
            Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.visits = visits;
        this.places = places;
        this.actions = actions;
        this.sessions = sessions;
        this.plans = plans;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    private record Task(String what, String dueDate, boolean overdue) {}

    private record Place(
            String space, String place, boolean going, String state, boolean hasLink, String link, boolean leader) {}

    private record Values(
            boolean hasLead,
            String lead,
            boolean hasActions,
            String subtitle,
            List<Task> actions,
            boolean hasSpaces,
            List<Place> spaces,
            boolean hasMore,
            String more) {}

    private record Dated(LocalDate date, Task task) {}

    private record Ranked(LocalDateTime next, Place place) {}

    /** What he sees first, once the bot was added to his chat. */
    JsonNode welcome(Caller caller) {
        return card(caller, texts.get(caller.language(), "phrase.home.welcome"));
    }

    JsonNode card(Caller caller) {
        return card(caller, "");
    }

    /** @param lead what this answers, if that has to be said */
    JsonNode card(Caller caller, String lead) {
        Language language = caller.language();
        var tasks = new ArrayList<Dated>();
        var found = new ArrayList<Ranked>();
        for (Caller visit : visits.everywhere(caller)) {
            List<ActionItem> own = actions.open(visit.space().id()).stream()
                    .filter(action -> action.owner().equals(caller.member()))
                    .toList();
            own.forEach(action -> tasks.add(task(language, visit.space(), action)));
            found.add(place(language, visit, own.size()));
        }
        tasks.sort(Comparator.comparing(Dated::date));
        found.sort(Comparator.comparing(Ranked::next)
                .thenComparing(ranked -> ranked.place().place()));
        int more = Math.max(0, found.size() - MOST_SPACES);
        return cards.draw(
                "home",
                language,
                new Values(
                        !lead.isEmpty(),
                        lead,
                        !tasks.isEmpty(),
                        texts.get(language, "phrase.actions.open", tasks.size()),
                        tasks.stream().limit(MOST_ACTIONS).map(Dated::task).toList(),
                        !found.isEmpty(),
                        found.stream().limit(MOST_SPACES).map(Ranked::place).toList(),
                        more > 0,
                        texts.get(language, "phrase.actions.more", more)));
    }

    private Dated task(Language language, Space space, ActionItem action) {
        LocalDate date = action.feedbackDate();
        return new Dated(
                date,
                new Task(
                        action.what(),
                        texts.get(language, "phrase.actions.dueDate", Texts.day(language, date)),
                        date.isBefore(LocalDate.now(clock.withZone(space.zone())))));
    }

    /** Where something goes on comes first, then what comes next. */
    private Ranked place(Language language, Caller visit, int own) {
        Space space = visit.space();
        Optional<Session> session = sessions.current(space.id());
        Optional<LocalDateTime> next = plans.coming(space).stream()
                .map(Plans.Coming::occasion)
                .filter(Occasion::open)
                .map(Occasion::at)
                .findFirst();
        String state = session.map(going -> going(language, space, going))
                .or(() -> next.map(at -> planned(language, space, at)))
                .orElseGet(() -> texts.get(language, "phrase.home.nothingPlanned"));
        Optional<String> link = session.flatMap(this::link).or(() -> places.link(space.id()));
        return new Ranked(
                session.map(going -> LocalDateTime.MIN).or(() -> next).orElse(LocalDateTime.MAX),
                new Place(
                        space.id().value(),
                        capitalised(language, places.of(language, space.id())),
                        session.isPresent(),
                        own == 0 ? state : texts.get(language, "phrase.home.own", state, own),
                        link.isPresent(),
                        link.orElse(""),
                        visit.actor().leader()));
    }

    /** It begins a line here. */
    private static String capitalised(Language language, String place) {
        int second = place.offsetByCodePoints(0, 1);
        return place.substring(0, second).toUpperCase(language.locale()) + place.substring(second);
    }

    private String going(Language language, Space space, Session session) {
        return phrases.openUntil(space, session)
                .map(until -> texts.get(language, "phrase.home.goingUntil", until))
                .orElseGet(() -> texts.get(language, session.underWay() ? "phrase.home.going" : "phrase.home.waiting"));
    }

    private String planned(Language language, Space space, LocalDateTime at) {
        boolean thisYear =
                at.getYear() == LocalDate.now(clock.withZone(space.zone())).getYear();
        return texts.get(
                language,
                "phrase.home.planned",
                thisYear ? phrases.moment(language, at) : phrases.momentWithYear(language, at));
    }

    /** To the card on which its thread hangs, which may not be posted yet. */
    private Optional<String> link(Session session) {
        return deliveries
                .find(Outbox.Entry.of(session), Board.Face.ROOT)
                .filter(root -> !root.refused())
                .flatMap(root -> places.link(session.space(), root.thread(), root.activity()));
    }
}
