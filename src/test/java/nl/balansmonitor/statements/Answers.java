package nl.balansmonitor.statements;

import nl.balansmonitor.shared.Outcome;

final class Answers {

    private Answers() {}

    static <T> T accepted(Outcome<T, StatementRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T, StatementRefusal>(T value) -> value;
            case Outcome.Refused<T, StatementRefusal>(StatementRefusal reason) -> throw new AssertionError(reason);
        };
    }

    static <T> Outcome<T, StatementRefusal> refused(StatementRefusal reason) {
        return Outcome.refused(reason);
    }
}
