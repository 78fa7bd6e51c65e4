package nl.balansmonitor.operations;

import java.util.Locale;

/**
 * The business steps that operators are told of, by names that stay: docs/operations.md lists them. What one member does unseen by the others,
 * as reacting, placing stickers, writing notes and flagging, is not among them: when it was done would tell who did it.
 */
public enum Happening {
    /** The bot was added to a team, a channel or a chat. */
    BOT_INSTALLED,
    /** The bot was removed from there. */
    BOT_REMOVED,
    /** The card with which a session begins was posted. */
    SESSION_BEGUN,
    /** Groups can write statements of their own. */
    WORKSHOP_OPENED,
    /** Stickers can be placed. */
    STICKERS_OPENED,
    /** The thermometer of a statement was posted. */
    STATEMENT_OPENED,
    /** A session that stays open for days reached half of its time. */
    SESSION_HALFWAY,
    /** The result of a statement was posted. */
    STATEMENT_REVEALED,
    /** The summary of a session was posted. */
    SESSION_CLOSED,
    /** A planned session was announced. */
    SESSION_ANNOUNCED,
    /** A planned session did not take place, and the channel knows. */
    SESSION_MISSED,
    /** An action was agreed on. */
    ACTION_AGREED,
    /** An action was done, taken up again or adjusted. */
    ACTION_SETTLED,
    /** The owner of an action was reminded. */
    REMINDER_SENT,
    /** Teams did not take a reminder. */
    REMINDER_REFUSED,
    /** What enough members flagged was proposed for discussion. */
    DISCUSSION_PROPOSED,
    /** A plan was set or ended, or a planned session moved or skipped. */
    PLAN_CHANGED,
    /** A report was opened in a browser, or a file downloaded. */
    REPORT_OPENED,
    /** The links to the reports of a channel were withdrawn. */
    REPORTS_WITHDRAWN;

    /** Its name in logs and metrics, such as {@code session.closed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
