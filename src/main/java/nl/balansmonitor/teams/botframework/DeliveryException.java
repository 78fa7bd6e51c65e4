package nl.balansmonitor.teams.botframework;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a call to Teams failed, told by what the sender can do about it. Its message is for operators, never for users. */
public abstract sealed class DeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private DeliveryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The same call may succeed later: Teams is busy, unreachable or in trouble. */
    public static final class Retryable extends DeliveryException {

        private static final long serialVersionUID = 1;

        private final @Nullable Duration retryAfter;

        Retryable(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        /** How long Teams asks to wait, zero or more; empty if it didn't say. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** The message to update isn't there any more: only a fresh post reaches people. */
    public static final class ActivityGone extends DeliveryException {

        private static final long serialVersionUID = 1;

        ActivityGone(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The same call will fail again. */
    public static final class Final extends DeliveryException {

        private static final long serialVersionUID = 1;

        private final int status;
        private final String code;

        Final(String message, int status, String code, @Nullable Throwable cause) {
            super(message, cause);
            this.status = status;
            this.code = code;
        }

        /** The HTTP status that Teams answered. */
        public int status() {
            return status;
        }

        /** The reason that Teams gives, such as {@code BotNotInConversationRoster}; {@code ""} if it gave none. */
        public String code() {
            return code;
        }
    }
}
