package nl.balansmonitor.rhythm;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with an unusable data file by two sentences instead of a stack trace. Registered in {@code spring.factories}. */
final class InvalidSchoolHolidaysAnalyzer extends AbstractFailureAnalyzer<InvalidSchoolHolidaysException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSchoolHolidaysException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Mend the file, or leave out %s to use the one in the program.".formatted(SchoolHolidays.SETTING),
                cause);
    }
}
