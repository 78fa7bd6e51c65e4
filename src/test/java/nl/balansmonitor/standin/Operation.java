package nl.balansmonitor.standin;

/** What the bot asks of the connector. */
public enum Operation {
    CREATE(true),
    SEND(true),
    UPDATE(true),
    DELETE(true),
    MEMBERS(false),
    PAGED_MEMBERS(false),
    TEAM(false),
    CHANNELS(false),
    UNKNOWN(false);

    private final boolean writes;

    Operation(boolean writes) {
        this.writes = writes;
    }

    /** Whether it changes a conversation, and so falls under the limits for sending. */
    public boolean writes() {
        return writes;
    }
}
