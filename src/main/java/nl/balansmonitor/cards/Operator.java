package nl.balansmonitor.cards;

import java.util.Map;
import nl.balansmonitor.cards.Lexer.Kind;
import nl.balansmonitor.cards.Lexer.Token;
import org.jspecify.annotations.Nullable;

/**
 * An operator with two operands, or the conditional one with three. Precedence and associativity are those of the
 * original's grammar (ExpressionAntlrParser.g4), which differ from C's: {@code ==} binds tighter than {@code <}, and a
 * chain of conditionals groups to the left. The signs {@code ! - +} bind tighter than all of these.
 *
 * @param precedence higher binds tighter
 * @param function the function that it stands for
 */
record Operator(int precedence, boolean groupsRight, String function) {

    static final int LOWEST = 1;

    private static final Map<String, Operator> ALL = Map.ofEntries(
            Map.entry("^", new Operator(10, true, "exp")),
            Map.entry("*", new Operator(9, false, "mul")),
            Map.entry("/", new Operator(9, false, "div")),
            Map.entry("%", new Operator(9, false, "mod")),
            Map.entry("+", new Operator(8, false, "add")),
            Map.entry("-", new Operator(8, false, "sub")),
            Map.entry("==", new Operator(7, false, "equals")),
            Map.entry("!=", new Operator(7, false, "!=")),
            Map.entry("&", new Operator(6, false, "concat")),
            Map.entry("<", new Operator(5, false, "less")),
            Map.entry("<=", new Operator(5, false, "lessOrEquals")),
            Map.entry(">", new Operator(5, false, "greater")),
            Map.entry(">=", new Operator(5, false, "greaterOrEquals")),
            Map.entry("&&", new Operator(4, false, "and")),
            Map.entry("||", new Operator(3, false, "or")),
            Map.entry("??", new Operator(2, false, "coalesce")),
            Map.entry("?", new Operator(1, false, "if")));

    static @Nullable Operator of(Token token) {
        return token.kind() == Kind.SYMBOL ? ALL.get(token.text()) : null;
    }

    /** The precedence that an operator within the right operand needs. */
    int rightPrecedence() {
        return groupsRight ? precedence : precedence + 1;
    }
}
