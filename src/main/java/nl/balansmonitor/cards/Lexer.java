package nl.balansmonitor.cards;

import java.util.ArrayList;
import java.util.List;

/** Cuts one expression into tokens, up to the brace that closes it. */
final class Lexer {

    enum Kind {
        NUMBER,
        STRING,
        NAME,
        SYMBOL,
        END
    }

    /**
     * @param text for a string its content with the escapes resolved, else as written
     * @param at where it begins, counted within the whole text
     */
    record Token(Kind kind, String text, int at) {
        boolean is(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    /** @param end the place of the closing brace */
    record Tokens(List<Token> list, int end) {}

    /** Longer ones before those that they begin with. */
    private static final List<String> SYMBOLS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "??", "=>", "+", "-", "!", "^", "*", "/", "%", "&", "<", ">", "(", ")",
            ".", "[", "]", "{", "}", ",", ":", "?");

    private final String text;
    private int at;

    private Lexer(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * Cuts from a place on.
     *
     * @param from the place after the opening brace
     */
    static Tokens tokens(String text, int from) throws SyntaxException {
        return new Lexer(text, from).tokens();
    }

    private Tokens tokens() throws SyntaxException {
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        skipSpace();
        // The original ignores an equals sign in front, a habit from spreadsheets.
        if (text.startsWith("=", at) && !text.startsWith("==", at)) {
            at++;
        }
        for (skipSpace(); at < text.length(); skipSpace()) {
            Token token = next();
            if (token.is("{")) {
                depth++;
            } else if (token.is("}") && depth-- == 0) {
                tokens.add(new Token(Kind.END, "}", token.at()));
                return new Tokens(tokens, token.at());
            }
            tokens.add(token);
        }
        throw new SyntaxException("${ is never closed; write \\${ for the characters themselves");
    }

    private void skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00a0')) {
            at++;
        }
    }

    private Token next() throws SyntaxException {
        char c = text.charAt(at);
        int start = at;
        if (c == '\'' || c == '"') {
            return new Token(Kind.STRING, string(c), start);
        }
        if (isDigit(c)) {
            skipDigits();
            if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
                at++;
                skipDigits();
            }
            return new Token(Kind.NUMBER, text.substring(start, at), start);
        }
        if (isLetter(c) || c == '_' || c == '$' || c == '@' || c == '#') {
            do {
                at++;
            } while (at < text.length() && isNamePart(text.charAt(at)));
            return new Token(Kind.NAME, text.substring(start, at), start);
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Kind.SYMBOL, symbol, start);
            }
        }
        throw new SyntaxException("unexpected character '%s' at %d".formatted(Character.toString(c), at));
    }

    private String string(char quote) throws SyntaxException {
        var content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return content.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                escape(text.charAt(at), quote, content);
            } else {
                content.append(c);
            }
        }
        throw new SyntaxException("a string is never closed");
    }

    /** Anything but the known escapes stands for itself, backslash included. */
    private static void escape(char c, char quote, StringBuilder content) {
        switch (c) {
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case '\\' -> content.append('\\');
            default -> {
                if (c != quote) {
                    content.append('\\');
                }
                content.append(c);
            }
        }
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }
}
