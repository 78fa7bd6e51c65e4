package nl.balansmonitor.rhythm;

import nl.balansmonitor.shared.SpaceId;

/** Does what is due, of one kind. */
public interface DueTask {

    /** There is one task for each kind. */
    Due.Kind kind();

    /**
     * Looks at what is stored and does what its time has come for, as far as nobody did. May be called late, again, or in vain, and by
     * several instances at once. Before it returns it has added to the {@link DueList} when to look next.
     *
     * <p>Whatever it throws, it is called again at the next look.
     */
    void look(SpaceId space, String subject);
}
