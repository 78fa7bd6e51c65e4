package nl.balansmonitor.teams.botframework;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells Teams' own requests from everybody else's. */
interface Authentication {

    /** Judges a request by its {@code Authorization} header; never throws, whatever the header holds. */
    Verdict judge(@Nullable String authorization);

    /** What the header proves. */
    sealed interface Verdict {

        /**
         * The request comes from Teams.
         *
         * @param confirms whether the activity may name this service URL, to which the bot would post with its own token
         */
        record Authentic(Predicate<String> confirms) implements Verdict {}

        /** Nothing shows that the request comes from Teams; the reason is for the log. */
        record Unauthenticated(String reason) implements Verdict {}

        /** The request is signed, but not for the use it is put to; the reason is for the log. */
        record Forbidden(String reason) implements Verdict {}
    }
}
