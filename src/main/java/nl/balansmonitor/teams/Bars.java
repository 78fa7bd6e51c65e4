package nl.balansmonitor.teams;

/** How long the bars are that are made of characters. */
final class Bars {

    private Bars() {}

    /**
     * One character for each; where the longest bar would get too long for a phone, in proportion, and never none for some.
     *
     * @param most    the longest bar's count
     * @param longest how many characters fit
     */
    static int length(int count, int most, int longest) {
        return most <= longest ? count : Math.ceilDiv(count * longest, most);
    }
}
