package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the answer to {@code acties}: what is open, and what was done lately, of a whole space or of one person. */
@Component
class ActionsPresenter {

    private static final Duration LATELY = Duration.ofDays(31);
    private static final int MOST_SHOWN = 15;
    private static final int MOST_PAST = 3;

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Actions actions;
    private final Places places;
    private final Rosters rosters;
    private final Clock clock;

    ActionsPresenter(
            Cards cards, Texts texts, Phrases phrases, Actions actions, Places places, Rosters rosters, Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.actions = actions;
        this.places = places;
        this.rosters = rosters;
        this.clock = clock;
    }

    private record Open(
            String space,
            String card,
            String action,
            String what,
            String owner,
            String dueDate,
            boolean overdue,
            String icon,
            String statement,
            boolean hasPlace,
            String place,
            List<Past> history) {}

    private record Past(String line) {}

    private record Done(String what, String owner, String doneDate) {}

    private record Values(
            String space,
            boolean own,
            boolean canBegin,
            String title,
            boolean hasOpen,
            String empty,
            String emptyNext,
            String subtitle,
            List<Open> open,
            boolean hasMore,
            String more,
            boolean hasDone,
            List<Done> done) {}

    /**
     * Everything of one space.
     *
     * @param members of the conversation, by whose names the history speaks; who left is somebody
     */
    JsonNode card(Space space, List<Member> members) {
        Language language = space.language();
        var surface = new ActionSurface.List();
        return draw(
                language,
                space.id(),
                false,
                actions.open(space.id()).stream()
                        .map(a -> new Listed(a.feedbackDate(), open(language, space, a, surface, "", members)))
                        .toList(),
                lately(space).map(a -> done(language, space.zone(), a)).toList());
    }

    /**
     * What one person has to do, in his own language.
     *
     * @param visits he himself in each of his spaces
     */
    JsonNode mine(Caller caller, List<Caller> visits) {
        Language language = caller.language();
        var open = new ArrayList<Listed>();
        var done = new ArrayList<Done>();
        for (Caller visit : visits) {
            Space space = visit.space();
            String place = places.of(language, space.id());
            var surface = new ActionSurface.Mine(space.id());
            actions.open(space.id()).stream()
                    .filter(a -> a.owner().equals(caller.member()))
                    .map(a -> new Listed(
                            a.feedbackDate(),
                            open(language, space, a, surface, place, rosters.of(visit.conversation()))))
                    .forEach(open::add);
            lately(space)
                    .filter(a -> a.owner().equals(caller.member()))
                    .map(a -> done(language, space.zone(), a))
                    .forEach(done::add);
        }
        open.sort(Comparator.comparing(Listed::date));
        return draw(language, caller.space().id(), true, open, done);
    }

    private record Listed(LocalDate date, Open action) {}

    private JsonNode draw(Language language, SpaceId space, boolean own, List<Listed> open, List<Done> done) {
        int more = Math.max(0, open.size() - MOST_SHOWN);
        String whose = own ? "mine" : "list";
        return cards.draw(
                "actions",
                language,
                new Values(
                        space.value(),
                        own,
                        !own && open.isEmpty(),
                        texts.get(language, "phrase.actions.title." + whose),
                        !open.isEmpty(),
                        texts.get(language, "phrase.actions.empty." + whose),
                        texts.get(language, "phrase.actions.emptyNext." + whose),
                        texts.get(language, "phrase.actions.open", open.size()),
                        open.stream().limit(MOST_SHOWN).map(Listed::action).toList(),
                        more > 0,
                        texts.get(language, "phrase.actions.more", more),
                        !done.isEmpty(),
                        done.stream().limit(MOST_SHOWN).toList()));
    }

    private Stream<ActionItem> lately(Space space) {
        return actions.doneSince(space.id(), clock.instant().minus(LATELY)).stream();
    }

    private Open open(
            Language language,
            Space space,
            ActionItem action,
            ActionSurface surface,
            String place,
            List<Member> members) {
        Phrases.Heading heading = phrases.heading(language, space, action.statement());
        return new Open(
                space.id().value(),
                surface.card(),
                action.id().value(),
                action.what(),
                action.ownerName(),
                texts.get(language, "phrase.actions.dueDate", Texts.day(language, action.feedbackDate())),
                action.feedbackDate().isBefore(LocalDate.now(clock.withZone(space.zone()))),
                heading.icon(),
                heading.text(),
                !place.isEmpty(),
                place,
                action.history().stream()
                        .skip(Math.max(0, action.history().size() - MOST_PAST))
                        .map(change -> new Past(past(language, space, change, members)))
                        .toList());
    }

    /** Such as {@code di 9 feb: Amina pakte dit opnieuw op (terugblik was vr 5 feb)}. */
    private String past(Language language, Space space, Change change, List<Member> members) {
        return texts.get(
                language,
                switch (change.kind()) {
                    case DONE -> "phrase.actions.pastDone";
                    case AGAIN -> "phrase.actions.pastAgain";
                    case ADJUSTED -> "phrase.actions.pastAdjusted";
                },
                Texts.day(language, change.at().atZone(space.zone()).toLocalDate()),
                members.stream()
                        .filter(m -> m.id().equals(change.by()))
                        .map(Member::name)
                        .findFirst()
                        .orElseGet(() -> texts.get(language, "phrase.actions.somebody")),
                Texts.day(language, change.feedbackDate()),
                change.what());
    }

    private Done done(Language language, ZoneId zone, ActionItem action) {
        LocalDate day = action.doneAt().orElse(action.agreedAt()).atZone(zone).toLocalDate();
        return new Done(
                action.what(),
                action.ownerName(),
                texts.get(language, "phrase.actions.doneDate", Texts.day(language, day)));
    }
}
