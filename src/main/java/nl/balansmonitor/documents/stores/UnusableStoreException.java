package nl.balansmonitor.documents.stores;

import org.jspecify.annotations.Nullable;

/** The store can't be used, and waiting won't help: the operator has to do something. */
public abstract class UnusableStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    /** What is wrong and what to do about it, in a line each. */
    protected UnusableStoreException(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    /** What to do about it, in one line; the message says what is wrong, in one line too. */
    final String action() {
        return action;
    }
}
