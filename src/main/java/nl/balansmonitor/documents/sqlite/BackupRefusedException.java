package nl.balansmonitor.documents.sqlite;

/** Why there is no backup, in words for the operator. */
final class BackupRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupRefusedException(String reason) {
        super(reason);
    }

    BackupRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
