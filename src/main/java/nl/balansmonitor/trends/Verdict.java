package nl.balansmonitor.trends;

/** What can be said of a change. */
public enum Verdict {
    /** Whatever had been answered, so few scores, or such equal ones, could not have told a change from chance. */
    TOO_FEW,
    /** It could have been told from chance, but it is not so clear. */
    MAY_BE_CHANCE,
    /** Chance alone would hardly make any of the lines that are looked at together change so much. */
    MORE_THAN_CHANCE;

    /** @param level for this test, corrected for all that are made beside it */
    static Verdict of(PermutationTest test, double level) {
        if (test.smallestPValue() > level) {
            return TOO_FEW;
        }
        return test.pValue() <= level ? MORE_THAN_CHANCE : MAY_BE_CHANCE;
    }
}
