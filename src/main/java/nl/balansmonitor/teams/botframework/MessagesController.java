package nl.balansmonitor.teams.botframework;

import com.microsoft.bot.connector.Channels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.teams.botframework.ActivityReader.Result.Rejected;
import nl.balansmonitor.teams.botframework.ActivityReader.Result.Understood;
import nl.balansmonitor.teams.botframework.Authentication.Verdict.Authentic;
import nl.balansmonitor.teams.botframework.Authentication.Verdict.Forbidden;
import nl.balansmonitor.teams.botframework.Authentication.Verdict.Unauthenticated;
import nl.balansmonitor.teams.botframework.Incoming.Kind;
import nl.balansmonitor.teams.botframework.Reply.Acknowledged;
import nl.balansmonitor.teams.botframework.Reply.Invoked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where Teams posts its activities. Bytes in and bytes out: Boot's own conversion knows nothing of the SDK, and need not. */
@RestController
class MessagesController {

    static final int BODY_LIMIT = 256 * 1024;

    private static final Logger log = LoggerFactory.getLogger(MessagesController.class);
    private static final String TEXTS = "nl.balansmonitor.teams.botframework.edge";

    private final Authentication authentication;
    private final ActivityReader reader;
    private final PromptBot bot;
    private final JsonMapper json;
    private final Supplier<String> incidentIds;

    MessagesController(
            Authentication authentication,
            ActivityReader reader,
            PromptBot bot,
            JsonMapper json,
            Supplier<String> incidentIds) {
        this.authentication = authentication;
        this.reader = reader;
        this.bot = bot;
        this.json = json;
        this.incidentIds = incidentIds;
    }

    @PostMapping("/api/messages")
    ResponseEntity<byte[]> receive(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(BODY_LIMIT + 1);
        if (bytes.length > BODY_LIMIT) {
            return refuse(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 256 KB.");
        }
        return switch (authentication.judge(authorization)) {
            case Authentic authentic -> receive(authentic, bytes);
            case Unauthenticated unauthenticated -> {
                log.warn("Request without valid authentication: {}", unauthenticated.reason());
                yield ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build();
            }
            case Forbidden forbidden -> forbid(forbidden.reason());
        };
    }

    private ResponseEntity<byte[]> receive(Authentic authentic, byte[] body) {
        return switch (reader.read(body)) {
            case Rejected rejected -> refuse(HttpStatus.BAD_REQUEST, rejected.reason());
            case Understood activity -> receive(authentic, activity.incoming(), activity.channelId());
        };
    }

    private ResponseEntity<byte[]> receive(Authentic authentic, Incoming incoming, String channelId) {
        if (!authentic.confirms().test(incoming.conversation().serviceUrl())) {
            return forbid("a service URL that the token doesn't confirm");
        }
        if (!channelId.isEmpty() && !channelId.equals(Channels.MSTEAMS)) {
            return forbid("an activity of another channel than Teams");
        }
        return respond(incoming);
    }

    private ResponseEntity<byte[]> respond(Incoming incoming) {
        Reply reply = answer(incoming);
        if (incoming.kind() != Kind.INVOKE) {
            return ResponseEntity.accepted().build();
        }
        return switch (reply) {
            case Acknowledged acknowledged -> ResponseEntity.ok().build();
            case Invoked envelope ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json.writeValueAsBytes(Map.of(
                                "statusCode",
                                envelope.statusCode(),
                                "type",
                                envelope.type(),
                                "value",
                                envelope.value())));
        };
    }

    private Reply answer(Incoming incoming) {
        try {
            return bot.answer(incoming);
        } catch (PromptBot.TooSlowException e) {
            log.warn(
                    "No answer to {} {} in time; it goes on without anybody waiting", incoming.kind(), incoming.name());
            return Invoked.line(text(incoming, "takesTooLong"));
        } catch (RuntimeException e) {
            String incident = incidentIds.get();
            log.error("Incident {}: no answer to {} {}", incident, incoming.kind(), incoming.name(), e);
            return Invoked.line(MessageFormat.format(text(incoming, "somethingWentWrong"), incident));
        }
    }

    private static String text(Incoming incoming, String name) {
        Locale locale = Language.of(incoming.locale().orElse("")).locale();
        ResourceBundle texts = ResourceBundle.getBundle(
                TEXTS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return texts.getString(name);
    }

    private static ResponseEntity<byte[]> forbid(String reason) {
        log.warn("Request not allowed: {}", reason);
        return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    private static ResponseEntity<byte[]> refuse(HttpStatus status, String reason) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body(reason.getBytes(StandardCharsets.UTF_8));
    }
}
