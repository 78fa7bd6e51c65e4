package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.schema.ErrorResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import nl.balansmonitor.teams.botframework.DeliveryException.Trouble;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Reads what a failed call means for the next one.
 *
 * @see <a href="https://learn.microsoft.com/en-us/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis">Status
 *     codes from bot conversational APIs</a>
 */
final class ConnectorFailures {

    private final Clock clock;

    ConnectorFailures(Clock clock) {
        this.clock = clock;
    }

    /** The failure of a call that Teams answered. */
    DeliveryException ofAnswer(String call, int status, @Nullable String retryAfter, String code) {
        String message = "%s: HTTP %d %s".formatted(call, status, code).strip();
        return switch (status) {
            case 401 -> new DeliveryException.Retryable(message, Trouble.TOKEN, pause(retryAfter), null);
            case 412, 429 -> new DeliveryException.Retryable(message, Trouble.THROTTLED, pause(retryAfter), null);
            case 408, 500, 502, 503, 504 ->
                new DeliveryException.Retryable(message, Trouble.SERVICE, pause(retryAfter), null);
            case 404 ->
                code.equals("ActivityNotFoundInConversation")
                        ? new DeliveryException.ActivityGone(message, null)
                        : new DeliveryException.Final(message, status, code, null);
            default -> new DeliveryException.Final(message, status, code, null);
        };
    }

    /** The failure of a call through the SDK. */
    DeliveryException of(String call, CompletionException failure) {
        if (failure.getCause() instanceof ErrorResponseException answered) {
            return ofAnswer(call, answered);
        }
        if (failure.getCause() instanceof IOException unanswered) {
            return of(call, unanswered);
        }
        throw failure;
    }

    /** The failure of a call without an answer, the token's request perhaps. */
    DeliveryException of(String call, IOException failure) {
        return failure.getCause() instanceof DeliveryException token
                ? token
                : new DeliveryException.Retryable(call + ": no answer", Trouble.SERVICE, Optional.empty(), failure);
    }

    private DeliveryException ofAnswer(String call, ErrorResponseException failure) {
        Response<ResponseBody> response = failure.response();
        return ofAnswer(call, response.code(), response.headers().get("Retry-After"), code(failure.body()));
    }

    private static String code(@Nullable ErrorResponse body) {
        return Optional.ofNullable(body)
                .map(ErrorResponse::getError)
                .map(error -> error.getCode())
                .orElse("");
    }

    /**
     * How long to wait; empty if the header is missing or says nothing.
     *
     * @param retryAfter a number of seconds or an HTTP date (RFC 9110, section 10.2.3)
     */
    Optional<Duration> pause(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        String value = retryAfter.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration pause = Duration.between(clock.instant(), moment);
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
