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
    DECK_FULL;

    /** Whether who wrote a statement should find his words still in the form: he, or another who leads, can mend it. */
    public boolean correctable() {
        return switch (this) {
            case EMPTY, TOO_LONG, MENTION, LINK, ALREADY_THERE, UNCHANGED, DECK_FULL -> true;
            case ONLY_LEADERS, NO_SUCH_STATEMENT, RETIRED, LAST_STATEMENT -> false;
        };
    }
}
