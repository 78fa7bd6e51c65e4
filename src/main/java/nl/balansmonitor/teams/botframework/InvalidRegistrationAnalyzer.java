package nl.balansmonitor.teams.botframework;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with an invalid registration by two sentences instead of a stack trace. */
final class InvalidRegistrationAnalyzer extends AbstractFailureAnalyzer<InvalidRegistrationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRegistrationException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
