package nl.balansmonitor.standin;

import java.util.Optional;

/**
 * A conversation as the connector names it: {@code <id>} or, for a thread in a channel, {@code <id>;messageid=<root>}.
 *
 * @param root the id of the thread's first post
 */
record Address(String conversation, Optional<String> root) {

    private static final String SEPARATOR = ";messageid=";

    static Address parse(String id) {
        var cut = id.indexOf(SEPARATOR);
        return cut < 0
                ? new Address(id, Optional.empty())
                : new Address(id.substring(0, cut), Optional.of(id.substring(cut + SEPARATOR.length())));
    }

    static String thread(String channel, String root) {
        return channel + SEPARATOR + root;
    }
}
