package nl.balansmonitor;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in what is sent over OTLP, as an OpenTelemetry collector does. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final Queue<byte[]> metrics = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> traces = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> logs = new ConcurrentLinkedQueue<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        var collector = new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        collector.server.createContext("/v1/metrics", exchange -> keep(exchange, collector.metrics));
        collector.server.createContext("/v1/traces", exchange -> keep(exchange, collector.traces));
        collector.server.createContext("/v1/logs", exchange -> keep(exchange, collector.logs));
        collector.server.start();
        return collector;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Metric> metrics() {
        return metrics.stream()
                .map(Collector::parsed)
                .flatMap(request -> request.getResourceMetricsList().stream())
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .toList();
    }

    List<Span> spans() {
        return traces.stream()
                .map(Collector::traced)
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    List<LogRecord> logs() {
        return logs.stream()
                .map(Collector::logged)
                .flatMap(request -> request.getResourceLogsList().stream())
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .flatMap(scope -> scope.getLogRecordsList().stream())
                .toList();
    }

    /** Everything that came in, to be read and searched: what isn't ASCII stands there as it is. */
    String everything() {
        return Stream.of(
                        metrics.stream().map(Collector::parsed),
                        traces.stream().map(Collector::traced),
                        logs.stream().map(Collector::logged))
                .flatMap(requests -> requests)
                .map(request -> TextFormat.printer().escapingNonAscii(false).printToString(request))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void keep(HttpExchange exchange, Queue<byte[]> kept) throws IOException {
        try (exchange) {
            kept.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static ExportMetricsServiceRequest parsed(byte[] request) {
        try {
            return ExportMetricsServiceRequest.parseFrom(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ExportTraceServiceRequest traced(byte[] request) {
        try {
            return ExportTraceServiceRequest.parseFrom(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ExportLogsServiceRequest logged(byte[] request) {
        try {
            return ExportLogsServiceRequest.parseFrom(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
