package nl.balansmonitor.statements;

/** Why a statement was not added, changed or flagged. */
public enum StatementRefusal {
    ONLY_LEADERS,
    EMPTY,
    TOO_LONG,
    MENTION,
    LINK,
    ALREADY_THERE,
    UNCHANGED,
    NO_SUCH_STATEMENT,
    RETIRED,
    LAST_STATEMENT,
    DECK_FULL
}
