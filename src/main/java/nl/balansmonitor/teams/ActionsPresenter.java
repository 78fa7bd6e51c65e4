package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.actions.Change;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the answer to {@code acties}: what is open in this space, and what was done lately. */
@Component
class ActionsPresenter {

    private static final Duration LATELY = Duration.ofDays(31);
    private static final int MOST_SHOWN = 15;
    private static final int MOST_PAST = 3;

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Actions actions;
    private final Clock clock;

    ActionsPresenter(Cards cards, Texts texts, Phrases phrases, Actions actions, Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.actions = actions;
        this.clock = clock;
    }

    private record Open(
            String action,
            String what,
            String owner,
            String dueDate,
            boolean overdue,
            String icon,
            String statement,
            List<Past> history) {}

    private record Past(String line) {}

    private record Done(String what, String owner, String doneDate) {}

    private record Values(
            String space,
            boolean hasOpen,
            String subtitle,
            List<Open> open,
            boolean hasMore,
            String more,
            boolean hasDone,
            List<Done> done) {}

    /** @param members of the conversation, by whose names the history speaks; who left is somebody */
    JsonNode card(Space space, List<Member> members) {
        Language language = space.language();
        List<ActionItem> open = actions.open(space.id());
        List<Done> done = actions.doneSince(space.id(), clock.instant().minus(LATELY)).stream()
                .limit(MOST_SHOWN)
                .map(a -> done(language, space.zone(), a))
                .toList();
        int more = Math.max(0, open.size() - MOST_SHOWN);
        return cards.draw(
                "actions",
                language,
                new Values(
                        space.id().value(),
                        !open.isEmpty(),
                        texts.get(language, "phrase.actions.open", open.size()),
                        open.stream()
                                .limit(MOST_SHOWN)
                                .map(a -> open(space, a, members))
                                .toList(),
                        more > 0,
                        texts.get(language, "phrase.actions.more", more),
                        !done.isEmpty(),
                        done));
    }

    private Open open(Space space, ActionItem action, List<Member> members) {
        Language language = space.language();
        Phrases.Heading heading = phrases.heading(space, action.statement());
        return new Open(
                action.id().value(),
                action.what(),
                action.ownerName(),
                texts.get(language, "phrase.actions.dueDate", Texts.day(language, action.feedbackDate())),
                action.feedbackDate().isBefore(LocalDate.now(clock.withZone(space.zone()))),
                heading.icon(),
                heading.text(),
                action.history().stream()
                        .skip(Math.max(0, action.history().size() - MOST_PAST))
                        .map(change -> new Past(past(space, change, members)))
                        .toList());
    }

    /** Such as {@code di 9 feb: Amina pakte dit opnieuw op (terugblik was vr 5 feb)}. */
    private String past(Space space, Change change, List<Member> members) {
        Language language = space.language();
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
