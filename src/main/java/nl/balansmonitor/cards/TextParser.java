package nl.balansmonitor.cards;

import java.util.ArrayList;
import java.util.List;
import nl.balansmonitor.cards.Lexer.Tokens;
import nl.balansmonitor.cards.TemplateNode.Binding;
import nl.balansmonitor.cards.TemplateNode.Constant;
import nl.balansmonitor.cards.TemplateNode.Fixed;
import nl.balansmonitor.cards.TemplateNode.Part;
import nl.balansmonitor.cards.TemplateNode.Text;
import nl.balansmonitor.cards.TemplateNode.Value;

/** Parses one string of a template. */
final class TextParser {

    private static final String OPENING = "${";

    private final String path;
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder fixed = new StringBuilder();

    private TextParser(String path, String text) {
        this.path = path;
        this.text = text;
    }

    static TemplateNode parse(String path, String text) throws SyntaxException {
        // Escapes count only in a string that has an expression, or the look of one.
        return text.contains(OPENING) ? new TextParser(path, text).parse() : new Constant(Values.string(text));
    }

    private TemplateNode parse() throws SyntaxException {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1))) {
                fixed.append(text.charAt(at + 1));
                at += 2;
            } else if (text.startsWith(OPENING, at)) {
                endFixed();
                Tokens tokens = Lexer.tokens(text, at + OPENING.length());
                String source =
                        text.substring(at + OPENING.length(), tokens.end()).strip();
                parts.add(new Binding(path, source, ExpressionParser.parse(tokens.list())));
                at = tokens.end() + 1;
            } else {
                fixed.append(c);
                at++;
            }
        }
        endFixed();
        if (parts.size() == 1) {
            return switch (parts.getFirst()) {
                case Binding binding -> new Value(binding);
                case Fixed only -> new Constant(Values.string(only.text()));
            };
        }
        return new Text(List.copyOf(parts));
    }

    private static boolean isEscapable(char c) {
        return c == '$' || c == '`';
    }

    private void endFixed() {
        if (!fixed.isEmpty()) {
            parts.add(new Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }
}
