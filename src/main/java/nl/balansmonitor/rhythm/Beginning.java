package nl.balansmonitor.rhythm;

import nl.balansmonitor.sessions.Session;
import nl.balansmonitor.sessions.SessionRefusal;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;

/** Begins the sessions of a plan. */
interface Beginning {

    /**
     * Begins the session of an occasion, unless it has begun: then this goes on with it, and changes nothing where nothing is left to do.
     *
     * @param id one and the same for an occasion
     */
    Outcome<Session, SessionRefusal> begin(Space space, Plan plan, Occasion occasion, SessionId id);
}
