package nl.balansmonitor.teams;

/** From which card a planned session is skipped or moved, to which the answer belongs. */
enum PlanSurface {
    /** The list of what is planned. */
    PLAN,
    /** The line that says that a session comes. */
    ANNOUNCEMENT
}
