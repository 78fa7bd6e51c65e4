package nl.balansmonitor.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Bot Connector's REST API as far as a bot in Teams needs it, and the rules that hold before anything is carried out: authorised, a
 * known conversation, on its roster, within the limits, one operation at a time.
 */
final class Connector implements HttpHandler {

    static final String PREFIX = "/emea/v3/";

    private final World world;
    private final Login login;
    private final Writing writing;
    private final RateLimits limits;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    Connector(World world, Login login) {
        this.world = world;
        this.login = login;
        this.writing = new Writing(world);
        this.limits = new RateLimits(world.settings().clock());
    }

    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var request = ConnectorRequest.read(exchange, PREFIX);
        var at = world.now();
        var nanos = System.nanoTime();
        var reply = answer(request);
        var call = new Call(
                at,
                nanos,
                request.operation(),
                request.conversationId(),
                request.itemId(),
                request.body(),
                reply.status(),
                reply.body());
        world.arrivals().announce(() -> calls.add(call));
        reply.write(exchange);
    }

    private Reply answer(ConnectorRequest request) {
        if (request.authorization().filter(login::accepts).isEmpty()) {
            return Reply.error(401, "Unauthorized", "Authorization has been denied for this request.");
        }
        if (request.operation() == Operation.UNKNOWN) {
            return Reply.error(404, "NotFound", "No such resource.");
        }
        return switch (Target.of(request, world)) {
            case Target.Missing missing -> missing.reply();
            case Target.Found found -> guarded(request, found);
        };
    }

    private Reply guarded(ConnectorRequest request, Target.Found target) {
        var refusal = world.faults()
                .refusal(target.conversation())
                .or(() ->
                        target.conversation().hasBot() ? Optional.empty() : Optional.of("BotNotInConversationRoster"));
        if (refusal.isPresent()) {
            return Reply.error(403, refusal.get(), "The bot can't act in this conversation.");
        }
        if (world.settings().limits()) {
            var wait = limits.refuse(target.thread(), request.operation().writes());
            if (wait.isPresent()) {
                return Reply.error(429, "Throttled", "Too many requests.").retryAfter(wait.get());
            }
        }
        return request.operation().writes() ? alone(request, target) : read(request, target.conversation());
    }

    /** Teams refuses what overlaps: its stores check preconditions instead of queueing. */
    private Reply alone(ConnectorRequest request, Target.Found target) {
        if (!busy.add(target.thread())) {
            return Reply.error(412, "PreconditionFailed", "Precondition failed, please try again.");
        }
        try {
            pause(world.faults().latency());
            return faulty(request, target);
        } finally {
            busy.remove(target.thread());
        }
    }

    private Reply faulty(ConnectorRequest request, Target.Found target) {
        var fault = world.faults().next(request.body());
        if (fault.isEmpty()) {
            return writing.carryOut(request, target);
        }
        return switch (fault.get()) {
            case Faults.Fault.Answer answer -> {
                var reply = Reply.error(answer.status(), answer.code(), "A fault that was asked for.");
                yield answer.retryAfter().map(reply::retryAfter).orElse(reply);
            }
            case Faults.Fault.Drop drop -> Reply.dropped();
            case Faults.Fault.LoseAnswer lost -> {
                writing.carryOut(request, target);
                yield Reply.dropped();
            }
            case Faults.Fault.Hold hold -> {
                hold.gate().pass();
                yield writing.carryOut(request, target);
            }
            case Faults.Fault.Delay delay -> {
                pause(delay.time());
                yield writing.carryOut(request, target);
            }
        };
    }

    private Reply read(ConnectorRequest request, Conversation conversation) {
        pause(world.faults().latency());
        var roster = new Roster(conversation.members(), world.settings().tenantId());
        if (request.operation() == Operation.PAGED_MEMBERS) {
            return roster.page(request.query());
        }
        if (request.operation() == Operation.TEAM || request.operation() == Operation.CHANNELS) {
            return ofTeam(request.operation(), conversation.team().orElseThrow());
        }
        return request.itemId().isEmpty() ? roster.all() : roster.one(request.itemId());
    }

    /** The first channel of a team has no name here: every client has its own word for it. */
    private Reply ofTeam(Operation operation, Team team) {
        if (operation == Operation.TEAM) {
            return Reply.json(
                    200,
                    Json.object().put("id", team.id()).put("name", team.name()).put("aadGroupId", team.aadGroupId()));
        }
        var channels = world.channelsOf(team).stream()
                .map(channel -> channel.id().equals(team.id())
                        ? Json.object().put("id", channel.id())
                        : Json.object().put("id", channel.id()).put("name", channel.name()))
                .toList();
        return Reply.json(200, Json.object().set("conversations", Json.valueOf(channels)));
    }

    /** A slow network is what is played here, so this really waits. */
    private static void pause(Duration time) {
        if (!time.isPositive()) {
            return;
        }
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
