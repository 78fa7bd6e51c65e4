package nl.balansmonitor.cards;

import java.io.Serial;

/** What is wrong with an expression; {@link TemplateParser} adds where it stands. */
final class SyntaxException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    SyntaxException(String problem) {
        super(problem);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
