package nl.balansmonitor.teams;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.balansmonitor.actions.ActionItem;
import nl.balansmonitor.rhythm.Reminder;
import nl.balansmonitor.rhythm.Reminders;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.Addresses.Address;
import nl.balansmonitor.teams.Deliveries.Delivered;
import nl.balansmonitor.wording.Phrases;
import nl.balansmonitor.wording.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the reminder of an action, as it stands now. */
@Component
class ReminderPresenter {

    private final Cards cards;
    private final Texts texts;
    private final Phrases phrases;
    private final Places places;
    private final Deliveries deliveries;
    private final Reminders reminders;
    private final Addresses addresses;
    private final FollowUps followUps;

    ReminderPresenter(
            Cards cards,
            Texts texts,
            Phrases phrases,
            Places places,
            Deliveries deliveries,
            Reminders reminders,
            Addresses addresses,
            FollowUps followUps) {
        this.cards = cards;
        this.texts = texts;
        this.phrases = phrases;
        this.places = places;
        this.deliveries = deliveries;
        this.reminders = reminders;
        this.addresses = addresses;
        this.followUps = followUps;
    }

    private record Mention(String id, String name) {}

    private record Values(
            String space,
            String action,
            String card,
            String icon,
            String title,
            List<Mention> mentions,
            String what,
            String dueDate,
            String statementIcon,
            String statement,
            String origin,
            boolean hasNext,
            String next,
            boolean hasMeasured,
            String measured,
            boolean open,
            boolean measurable,
            boolean hasLink,
            String link) {}

    /** Names a reminder among those of its action. */
    static String slot(Reminder reminder) {
        return reminder.stage().name().toLowerCase(Locale.ROOT) + ":" + reminder.date();
    }

    /** The reminder with this name; empty if there was none. */
    Optional<JsonNode> card(Space space, ActionItem action, String slot) {
        return reminders.given(space.id(), action.id()).stream()
                .filter(reminder -> slot(reminder).equals(slot))
                .findFirst()
                .flatMap(reminder -> addresses
                        .find(space.id(), action.id(), slot)
                        .map(address -> card(space, action, reminder, address)));
    }

    JsonNode card(Space space, ActionItem action, Reminder reminder, Address address) {
        Language language = space.language();
        Phrases.Heading heading = phrases.heading(space, action.statement());
        String next = next(space, action, reminder, address);
        Optional<String> link = link(space, action);
        boolean asked = followUps.asked(space, action, reminder.date());
        String measured = followUps
                .comparison(language, space, action, reminder.date())
                .orElseGet(() ->
                        asked ? texts.get(language, "phrase.reminder.asked", places.of(language, space.id())) : "");
        return cards.draw(
                "reminder",
                language,
                new Values(
                        space.id().value(),
                        action.id().value(),
                        slot(reminder),
                        icon(action, reminder, address),
                        texts.get(language, "phrase.reminder.title." + state(action, reminder, address)),
                        address.way() == Addresses.Way.THREAD && action.open()
                                ? List.of(new Mention(address.teamsId(), mentionable(address.name())))
                                : List.of(),
                        action.what(),
                        dueDate(space, action),
                        heading.icon(),
                        heading.text(),
                        texts.get(
                                language,
                                "phrase.reminder.origin",
                                Texts.day(
                                        language,
                                        action.agreedAt().atZone(space.zone()).toLocalDate()),
                                places.of(language, space.id())),
                        !next.isEmpty(),
                        next,
                        !measured.isEmpty(),
                        measured,
                        action.open(),
                        reminder.stage() != Reminder.Stage.BEFORE
                                && !address.gone()
                                && reminder.date().equals(action.feedbackDate())
                                && !asked,
                        link.isPresent(),
                        link.orElse("")));
    }

    private static String state(ActionItem action, Reminder reminder, Address address) {
        if (!action.open()) {
            return "done";
        }
        return address.gone() ? "gone" : reminder.stage().name();
    }

    private static String icon(ActionItem action, Reminder reminder, Address address) {
        if (!action.open()) {
            return "✅";
        }
        return address.gone() ? "👋" : reminder.stage() == Reminder.Stage.BEFORE ? "🗓️" : "⏰";
    }

    private String dueDate(Space space, ActionItem action) {
        Language language = space.language();
        return action.doneAt()
                .map(moment -> texts.get(
                        language,
                        "phrase.reminder.doneDate",
                        Texts.day(language, moment.atZone(space.zone()).toLocalDate())))
                .orElseGet(() ->
                        texts.get(language, "phrase.reminder.dueDate", Texts.day(language, action.feedbackDate())));
    }

    private String next(Space space, ActionItem action, Reminder reminder, Address address) {
        Language language = space.language();
        if (!action.open()) {
            return "";
        }
        if (!action.feedbackDate().equals(reminder.date())) {
            return texts.get(language, "phrase.reminder.next.moved", Texts.day(language, action.feedbackDate()));
        }
        return address.gone()
                ? texts.get(language, "phrase.reminder.next.gone", action.ownerName(), places.of(language, space.id()))
                : texts.get(language, "phrase.reminder.next." + reminder.stage());
    }

    /** To the summary in which the action stands, or to the thread it belongs to. */
    private Optional<String> link(Space space, ActionItem action) {
        Outbox.Entry session = Outbox.Entry.of(space.id(), action.session());
        Optional<Delivered> root = deliveries.find(session, Board.Face.ROOT);
        return deliveries
                .find(session, Board.SUMMARY)
                .or(() -> root)
                .filter(message -> !message.refused())
                .flatMap(message -> places.link(
                        space.id(), root.map(Delivered::thread).orElse(message.activity()), message.activity()));
    }

    /** What would end the mention, in the text that it replaces. */
    private static String mentionable(String name) {
        return name.replaceAll("[<>]", "");
    }
}
