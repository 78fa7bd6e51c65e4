package nl.balansmonitor.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.actions.Actions;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the answer to {@code acties}: what is open in this space, and what was done lately. */
@Component
class ActionsPresenter {

    private static final Duration LATELY = Duration.ofDays(31);
    private static final int MOST_SHOWN = 15;

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
            String action, String what, String owner, String dueDate, boolean overdue, String icon, String statement) {}

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

    JsonNode card(Space space) {
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
                        open.stream().limit(MOST_SHOWN).map(a -> open(space, a)).toList(),
                        more > 0,
                        texts.get(language, "phrase.actions.more", more),
                        !done.isEmpty(),
                        done));
    }

    private Open open(Space space, ActionItem action) {
        Language language = space.language();
        Phrases.Heading heading = phrases.heading(space, action.statement());
        return new Open(
                action.id().value(),
                action.what(),
                action.ownerName(),
                texts.get(language, "phrase.actions.dueDate", Texts.day(language, action.feedbackDate())),
                action.feedbackDate().isBefore(LocalDate.now(clock.withZone(space.zone()))),
                heading.icon(),
                heading.text());
    }

    private Done done(Language language, ZoneId zone, ActionItem action) {
        LocalDate day = action.doneAt().orElse(action.agreedAt()).atZone(zone).toLocalDate();
        return new Done(
                action.what(),
                action.ownerName(),
                texts.get(language, "phrase.actions.doneDate", Texts.day(language, day)));
    }
}
