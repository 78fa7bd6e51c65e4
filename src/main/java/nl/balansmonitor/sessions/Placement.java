package nl.balansmonitor.sessions;

/** The answer to a member who places stickers. Unless they were {@link Placed}, what he placed before stays as it was. */
public sealed interface Placement {

    /**
     * They will be counted, unless he places others.
     *
     * @param session as it was read after they were written
     */
    record Placed(Session session, Stickers stickers) implements Placement {}

    /**
     * He placed more than he has.
     *
     * @param by     how many too many, at least 1
     * @param budget how many he has
     */
    record OverBudget(long by, int budget) implements Placement {}

    /** They were not placed, for a reason that has nothing to do with how many they are. */
    record Refused(SessionRefusal reason) implements Placement {}
}
