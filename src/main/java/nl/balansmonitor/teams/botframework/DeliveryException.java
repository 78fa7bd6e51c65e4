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

    /** Why a call that may succeed later failed now. */
    public enum Trouble {
        /** Teams gave no answer, or said that it is in trouble. */
        SERVICE,
        /** Teams is well and asks to come back later, most often to one conversation. */
        THROTTLED,
        /** There was no token, or Teams did not take it. */
        TOKEN
    }

    /** The same call may succeed later. */
    public static final class Retryable extends DeliveryException {

        private static final long serialVersionUID = 1;

        private final Trouble trouble;
        private final @Nullable Duration retryAfter;

        /** @param retryAfter how long to wait, zero or more; empty if nobody said */
        public Retryable(String message, Trouble trouble, Optional<Duration> retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.trouble = trouble;
            this.retryAfter = retryAfter.orElse(null);
        }

        /** What kept it from succeeding. */
        public Trouble trouble() {
            return trouble;
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
