package nl.balansmonitor.actions;

/** Why an action was not added or changed. */
public enum ActionRefusal {
    NOTHING_TO_DO,
    TOO_LONG,
    NOT_A_DATE,
    DATE_IN_THE_PAST,
    DATE_TOO_FAR,
    ON_A_WEEKEND,
    NO_SUCH_OWNER,
    OWNER_IS_A_GUEST,
    NOT_REVEALED,
    SESSION_OVER,
    NO_SUCH_ACTION,
    ONLY_OWNER_OR_LEADER,
    ALREADY_DONE,
    ONLY_FACILITATOR,
    LOOK_BACK_OVER;

    /** Whether somebody who filled in a form can mend it there. */
    public boolean correctable() {
        return switch (this) {
            case NOTHING_TO_DO,
                    TOO_LONG,
                    NOT_A_DATE,
                    DATE_IN_THE_PAST,
                    DATE_TOO_FAR,
                    ON_A_WEEKEND,
                    NO_SUCH_OWNER,
                    OWNER_IS_A_GUEST -> true;
            case NOT_REVEALED,
                    SESSION_OVER,
                    NO_SUCH_ACTION,
                    ONLY_OWNER_OR_LEADER,
                    ALREADY_DONE,
                    ONLY_FACILITATOR,
                    LOOK_BACK_OVER -> false;
        };
    }
}
