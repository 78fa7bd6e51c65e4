package nl.balansmonitor.sessions;

/**
 * What one member put on one thermometer. Holds no name and no time: its document's id is a pseudonym.
 *
 * @param score  1 to 5
 * @param remark empty for none
 */
public record Ballot(int score, String remark) {

    /** Rejects a score off the scale. */
    public Ballot {
        Scale.requireOn(score);
    }
}
