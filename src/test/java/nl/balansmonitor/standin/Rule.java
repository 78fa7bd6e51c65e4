package nl.balansmonitor.standin;

/** What Teams, or the product's own contract for cards, asks of everything that the bot posts or answers. */
public enum Rule {
    /** A card says its version, 1.5 at most: newer ones don't show. */
    VERSION,
    /** At most six actions on a card; the rest hides or is dropped. */
    ACTIONS,
    /** What isn't in Adaptive Cards 1.5 has a {@code fallback}. */
    UNKNOWN_TYPE,
    /** A card has a {@code fallbackText}: notifications and older clients show it. */
    FALLBACK_TEXT,
    /** An input has a label: a screen reader reads it. */
    LABEL,
    /** An image has an {@code altText}. */
    ALT_TEXT,
    /** An {@code Action.Execute} has a fallback for older clients. */
    EXECUTE_FALLBACK,
    /** Inputs on one card have different ids. */
    INPUT_ID,
    /** No <code>${</code> of a template is left, unless a member typed it. */
    TEMPLATE,
    /** At most 60 users in {@code refresh.userIds}. */
    REFRESH,
    /** A card stays under 40 KB, a message under 100 KB in UTF-16. */
    SIZE,
    /** A message has a text or an attachment. */
    EMPTY,
    /** An invoke is answered with HTTP 200 and an envelope of {@code statusCode}, {@code type} and {@code value}. */
    INVOKE_ANSWER
}
