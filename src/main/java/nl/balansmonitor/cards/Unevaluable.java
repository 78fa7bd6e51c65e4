package nl.balansmonitor.cards;

import java.io.Serial;

/**
 * Ends the evaluation of one expression. Never leaves this package: an enclosing guard or {@link Expansion} catches it.
 * It carries no stack trace, because a guard that catches one is an ordinary event.
 */
final class Unevaluable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private Unevaluable(String reason, boolean missing) {
        super(reason, null, false, false);
        this.missing = missing;
    }

    /** The data lacks something; {@code ??} looks further. */
    static Unevaluable missing(String what) {
        return new Unevaluable("there is no " + what, true);
    }

    /** The values are there, but there is no result for them. */
    static Unevaluable failed(String why) {
        return new Unevaluable(why, false);
    }

    boolean isMissing() {
        return missing;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
