package nl.balansmonitor.statements;

import java.time.YearMonth;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Pseudonyms;
import nl.balansmonitor.shared.StatementId;

/**
 * The secret under which a space's flags of one month are kept; the next month's takes its place in the same document.
 *
 * @param key        see {@link Pseudonyms#randomKey}
 * @param tracesLeft whether the store may still hold the key before this one in its files
 */
record FlagKey(YearMonth month, String key, boolean tracesLeft) {

    /** Another one for every statement, so that the flags of one person don't tell that they are of one person. */
    String pseudonymOf(MemberId member, StatementId statement) {
        return Pseudonyms.of(key, statement + "\n" + member);
    }

    FlagKey withTraces() {
        return new FlagKey(month, key, true);
    }

    FlagKey withoutTraces() {
        return new FlagKey(month, key, false);
    }

    @Override
    public String toString() {
        return "FlagKey[" + month + ", secret]";
    }
}
