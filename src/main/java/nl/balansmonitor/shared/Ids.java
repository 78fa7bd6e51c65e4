package nl.balansmonitor.shared;

import java.util.regex.Pattern;

final class Ids {

    /** Cosmos DB forbids slashes, backslashes, # and ? in ids, and bounds them; nothing that we or Entra or Teams name needs more than this. */
    private static final Pattern VALID = Pattern.compile("[\\p{Alnum}_.:=@+-]{1,255}");

    private Ids() {}

    static void requireValid(String value) {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id: " + value.length() + " characters, or one that no id holds");
        }
    }
}
