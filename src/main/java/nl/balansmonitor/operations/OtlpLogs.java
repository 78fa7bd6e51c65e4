package nl.balansmonitor.operations;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Sends the log to a collector, once somebody says where that is. What goes to the console stays as it is. */
@Component
@ConditionalOnProperty("management.opentelemetry.logging.export.otlp.endpoint")
class OtlpLogs implements DisposableBean {

    private final OpenTelemetryAppender appender = new OpenTelemetryAppender();

    OtlpLogs(OpenTelemetry telemetry) {
        if (context() instanceof LoggerContext logback) {
            appender.setContext(logback);
        }
        appender.setName("OTLP");
        appender.setCaptureKeyValuePairAttributes(true);
        appender.setOpenTelemetry(telemetry);
        appender.start();
        if (root() instanceof Logger logger) {
            logger.addAppender(appender);
        }
    }

    @Override
    public void destroy() {
        if (root() instanceof Logger logger) {
            logger.detachAppender(appender);
        }
        appender.stop();
    }

    private static ILoggerFactory context() {
        return LoggerFactory.getILoggerFactory();
    }

    private static org.slf4j.Logger root() {
        return LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
