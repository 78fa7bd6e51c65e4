package nl.balansmonitor.documents.cosmos;

/** What can go wrong between the application and Cosmos DB. */
public enum Fault {
    /** One request is throttled. */
    THROTTLED_ONCE(429, false),
    /** Every request is throttled. */
    THROTTLED_ALWAYS(429, true),
    /** One request meets another writer's transaction and should be made again. */
    RETRY_WITH(449, false),
    /** One request times out at the store. */
    TIMED_OUT(408, false),
    /** The store stumbles over one request. */
    INTERNAL_ERROR(500, false),
    /** The store is away for one request. */
    UNAVAILABLE_ONCE(503, false),
    /** The store is away. */
    UNAVAILABLE_ALWAYS(503, true),
    /** One connection breaks before the request arrives. */
    DROPPED(0, false),
    /** The store does what one request asks, and the connection breaks before the answer. */
    ANSWER_LOST(0, false),
    /** The store does what every request asks, and no answer ever comes through. */
    EVERY_ANSWER_LOST(0, true),
    /** One request is never answered. */
    HANGS_ONCE(0, false),
    /** No request is ever answered. */
    HANGS_ALWAYS(0, true);

    private final int status;
    private final boolean lasting;

    Fault(int status, boolean lasting) {
        this.status = status;
        this.lasting = lasting;
    }

    /** What is answered; 0 is nothing. */
    int status() {
        return status;
    }

    /** Whether it befalls every request rather than one. */
    boolean isLasting() {
        return lasting;
    }
}
