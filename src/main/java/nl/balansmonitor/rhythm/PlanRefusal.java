package nl.balansmonitor.rhythm;

/** Why a plan, or one session of it, was not changed. */
public enum PlanRefusal {
    ONLY_LEADERS,
    NO_SUCH_FREQUENCY,
    WEEKS_OUT_OF_RANGE,
    NOT_A_DATE,
    DATE_IN_THE_PAST,
    DATE_TOO_FAR,
    NO_SUCH_WEEKDAY,
    WEEKEND,
    NOT_A_TIME,
    TIME_OUT_OF_RANGE,
    STATEMENTS_OUT_OF_RANGE,
    INTERIM_TOO_OFTEN,
    OPEN_DAYS_OUT_OF_RANGE,
    OPEN_PAST_NEXT,
    NO_SUCH_REGION,
    REMINDER_OUT_OF_RANGE,
    DAYS_BEFORE_OUT_OF_RANGE,
    NOTHING_PLANNED,
    NO_SUCH_OCCASION,
    OCCASION_OVER,
    MOMENT_PASSED,
    NOT_A_SCHOOL_DAY,
    PAST_ANOTHER;

    /** Whether somebody who filled in a form can mend it there. */
    public boolean correctable() {
        return switch (this) {
            case ONLY_LEADERS, NOTHING_PLANNED, NO_SUCH_OCCASION, OCCASION_OVER -> false;
            case NO_SUCH_FREQUENCY,
                    WEEKS_OUT_OF_RANGE,
                    NOT_A_DATE,
                    DATE_IN_THE_PAST,
                    DATE_TOO_FAR,
                    NO_SUCH_WEEKDAY,
                    WEEKEND,
                    NOT_A_TIME,
                    TIME_OUT_OF_RANGE,
                    STATEMENTS_OUT_OF_RANGE,
                    INTERIM_TOO_OFTEN,
                    OPEN_DAYS_OUT_OF_RANGE,
                    OPEN_PAST_NEXT,
                    NO_SUCH_REGION,
                    REMINDER_OUT_OF_RANGE,
                    DAYS_BEFORE_OUT_OF_RANGE,
                    MOMENT_PASSED,
                    NOT_A_SCHOOL_DAY,
                    PAST_ANOTHER -> true;
        };
    }
}
