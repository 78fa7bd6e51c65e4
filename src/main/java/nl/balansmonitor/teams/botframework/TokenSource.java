package nl.balansmonitor.teams.botframework;

import java.time.Duration;

/** Where the bot's own tokens for the Bot Framework come from. */
interface TokenSource {

    /**
     * Asks for a new token; takes seconds at most.
     *
     * @throws DeliveryException.Retryable if there is none now. Its message is fit for the log
     */
    Grant request();

    /** What is asked, for the log: an address perhaps, never a secret. */
    String name();

    /** A token and how long it is good for from now on. */
    record Grant(String token, Duration lifetime) {

        @Override
        public String toString() {
            return "Grant[lifetime=" + lifetime + "]";
        }
    }
}
