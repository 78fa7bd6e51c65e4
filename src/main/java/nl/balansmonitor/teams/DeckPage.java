package nl.balansmonitor.teams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.statements.Statement;

/**
 * As many statements of a list as fit on one card: 21 always do, the 81 that a deck can hold may not, as each may take 200 characters of
 * four bytes.
 *
 * @param from the place of the first one, from 0
 * @param to   the place behind the last one
 * @param of   how many there are in all
 */
record DeckPage(int from, int to, int of) {

    /** What a card has for its statements; the rest of it takes some 5 KB. */
    private static final int ROOM = 27 * 1024;

    /**
     * The page that holds the statement at a place; the first or the last one if there is none there.
     *
     * @param frame the bytes that a statement takes on the card besides its words
     */
    static DeckPage holding(int place, List<Statement> all, int frame) {
        int from = 0;
        int room = ROOM;
        for (int i = 0; i < all.size(); i++) {
            int bytes = frame + bytesOf(all.get(i));
            if (bytes > room && i > from) {
                if (place < i) {
                    return new DeckPage(from, i, all.size());
                }
                from = i;
                room = ROOM;
            }
            room -= bytes;
        }
        return new DeckPage(from, all.size(), all.size());
    }

    /** Whether there are others. */
    boolean partial() {
        return to - from < of;
    }

    boolean last() {
        return to == of;
    }

    /** Where the next page begins; behind the last one comes the first. */
    int next() {
        return last() ? 0 : to;
    }

    private static int bytesOf(Statement statement) {
        return Math.max(bytesOf(statement.text(Language.DUTCH)), bytesOf(statement.text(Language.ENGLISH)));
    }

    private static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
