package nl.balansmonitor.shared;

/**
 * The answer to a request that may be refused for a reason that the user should hear. A refused request changed nothing.
 *
 * @param <T> what an accepted request yields
 * @param <R> the reasons there are
 */
public sealed interface Outcome<T, R extends Enum<R>> {

    /** It was done, or had been done before with the same result. */
    record Accepted<T, R extends Enum<R>>(T value) implements Outcome<T, R> {}

    /** It was not done, and nothing changed. */
    record Refused<T, R extends Enum<R>>(R reason) implements Outcome<T, R> {}

    /** An {@link Accepted}. */
    static <T, R extends Enum<R>> Outcome<T, R> accepted(T value) {
        return new Accepted<>(value);
    }

    /** A {@link Refused}. */
    static <T, R extends Enum<R>> Outcome<T, R> refused(R reason) {
        return new Refused<>(reason);
    }
}
