package nl.balansmonitor.documents;

/** The store can't be reached or can't write; trying again later may succeed. Its message is for operators, never for users. */
public final class StorageUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Wraps the driver's own exception. */
    public StorageUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
