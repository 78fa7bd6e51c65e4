package nl.balansmonitor.cards;

import java.util.List;
import nl.balansmonitor.cards.Lexer.Kind;
import nl.balansmonitor.cards.Lexer.Token;

/** A place among tokens, the last of which is {@link Kind#END}; it never moves beyond that. */
final class TokenCursor {

    private final List<Token> tokens;
    private int at;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean accept(String symbol) {
        boolean there = peek().is(symbol);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(String symbol) throws SyntaxException {
        if (!accept(symbol)) {
            throw unexpected();
        }
    }

    String name() throws SyntaxException {
        if (peek().kind() != Kind.NAME) {
            throw unexpected();
        }
        return take().text();
    }

    SyntaxException unexpected() {
        return unexpected(peek());
    }

    SyntaxException unexpected(Token token) {
        return new SyntaxException(
                token.kind() == Kind.END
                        ? "the expression ends too early"
                        : "unexpected '%s' at %d".formatted(token.text(), token.at()));
    }
}
