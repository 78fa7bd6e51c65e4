package nl.balansmonitor.sessions;

/** Why a step of a session was not taken. */
public enum SessionRefusal {
    NO_SUCH_SESSION,
    ONLY_LEADERS_START,
    ONLY_FACILITATOR,
    NOT_STARTED,
    ALREADY_STARTED,
    SESSION_OVER,
    ONE_TO_THREE_STATEMENTS,
    NO_SUCH_STATEMENT,
    NOT_ON_SCALE,
    ALREADY_REVEALED,
    JUST_REVEALED,
    NO_REACTION_YET
}
