package nl.balansmonitor.cards;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import nl.balansmonitor.cards.Expression.Call;
import nl.balansmonitor.cards.Expression.Element;
import nl.balansmonitor.cards.Expression.Lambda;
import nl.balansmonitor.cards.Expression.Literal;
import nl.balansmonitor.cards.Expression.ObjectLiteral;
import nl.balansmonitor.cards.Expression.Property;
import nl.balansmonitor.cards.Expression.Reserved;
import nl.balansmonitor.cards.Expression.Variable;
import nl.balansmonitor.cards.Function.Arity;
import nl.balansmonitor.cards.Function.Direct;
import nl.balansmonitor.cards.Function.OverItems;
import nl.balansmonitor.cards.Lexer.Kind;
import nl.balansmonitor.cards.Lexer.Token;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/**
 * Precedence climbing over one expression's tokens. Precedence and associativity are those of the original's grammar
 * (ExpressionAntlrParser.g4), which differ from C's: a sign binds tighter than a power, {@code ==} tighter than
 * {@code <}, and a chain of conditionals groups to the left.
 */
final class ExpressionParser {

    /** A left operand takes an operator of at least the wanted precedence; the right one those that bind tighter. */
    private record Operator(int precedence, boolean groupsRight, String function) {}

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
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

    private static final int LOWEST = 1;

    private final List<Token> tokens;
    private final Deque<String> variables = new ArrayDeque<>();
    private int at;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(List<Token> tokens) throws SyntaxException {
        var parser = new ExpressionParser(tokens);
        if (parser.peek().kind() == Kind.END) {
            throw new SyntaxException("${} is empty; write \\${ for the characters themselves");
        }
        Expression expression = parser.expression(LOWEST);
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return expression;
    }

    private Expression expression(int lowest) throws SyntaxException {
        Expression left = signed();
        while (peek().kind() == Kind.SYMBOL) {
            Operator operator = OPERATORS.get(peek().text());
            if (operator == null || operator.precedence() < lowest) {
                return left;
            }
            boolean conditional = take().is("?");
            List<Expression> operands = new ArrayList<>(List.of(left));
            if (conditional) {
                operands.add(expression(LOWEST));
                expect(":");
            }
            operands.add(expression(operator.groupsRight() ? operator.precedence() : operator.precedence() + 1));
            left = call(operator.function(), operands);
        }
        return left;
    }

    private Expression signed() throws SyntaxException {
        if (accept("!")) {
            return call("not", List.of(signed()));
        }
        if (accept("-")) {
            return call("sub", List.of(new Literal(Values.number(0)), signed()));
        }
        if (accept("+")) {
            return call("add", List.of(new Literal(Values.number(0)), signed()));
        }
        return withAccess(primary());
    }

    private Expression withAccess(Expression primary) throws SyntaxException {
        Expression expression = primary;
        while (true) {
            if (accept(".")) {
                expression = new Property(expression, name());
            } else if (accept("[")) {
                Expression index = expression(LOWEST);
                expect("]");
                expression = new Element(expression, index);
            } else {
                return expression;
            }
        }
    }

    private Expression primary() throws SyntaxException {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> new Literal(Values.number(Double.parseDouble(token.text())));
            case STRING -> new Literal(Values.string(token.text()));
            case NAME -> accept("(") ? function(token.text()) : named(token.text());
            case SYMBOL -> enclosed(token);
            case END -> throw new SyntaxException("the expression ends too early");
        };
    }

    private Expression enclosed(Token opening) throws SyntaxException {
        switch (opening.text()) {
            case "(" -> {
                Expression inner = expression(LOWEST);
                expect(")");
                return inner;
            }
            case "[" -> {
                return call("createArray", arguments("]"));
            }
            case "{" -> {
                return objectLiteral();
            }
            default -> {
                at--;
                throw unexpected();
            }
        }
    }

    private Expression objectLiteral() throws SyntaxException {
        List<ObjectLiteral.Entry> entries = new ArrayList<>();
        if (!accept("}")) {
            do {
                String key = peek().kind() == Kind.STRING ? take().text() : name();
                expect(":");
                entries.add(new ObjectLiteral.Entry(key, expression(LOWEST)));
            } while (accept(","));
            expect("}");
        }
        return new ObjectLiteral(List.copyOf(entries));
    }

    private Expression named(String name) throws SyntaxException {
        for (String variable : variables) {
            if (variable.equalsIgnoreCase(name)) {
                return new Variable(variable);
            }
        }
        return switch (name) {
            case "true" -> new Literal(BooleanNode.TRUE);
            case "false" -> new Literal(BooleanNode.FALSE);
            case "null" -> new Literal(NullNode.getInstance());
            case "undefined" -> new Literal(MissingNode.getInstance());
            default -> name.startsWith("$") ? reserved(name) : new Property(Reserved.DATA, name);
        };
    }

    private static Expression reserved(String name) throws SyntaxException {
        for (Reserved reserved : Reserved.values()) {
            if (reserved.text().equalsIgnoreCase(name)) {
                return reserved;
            }
        }
        throw new SyntaxException("unknown name " + name + "; there are $data, $root, $index and $host");
    }

    private Expression function(String name) throws SyntaxException {
        return switch (Functions.find(name)) {
            case OverItems overItems -> lambda(overItems);
            case Direct direct -> call(direct, arguments(")"));
            case null -> throw new SyntaxException("unknown function " + name);
        };
    }

    private Expression lambda(OverItems function) throws SyntaxException {
        Expression items = expression(LOWEST);
        if (!peek().is(",")) {
            throw wrongCount(function.name(), OverItems.ARITY);
        }
        expect(",");
        String variable = name();
        if (!accept("=>") && !accept(",")) {
            throw wrongCount(function.name(), OverItems.ARITY);
        }
        variables.push(variable);
        Expression body = expression(LOWEST);
        variables.pop();
        if (peek().is(",")) {
            throw wrongCount(function.name(), OverItems.ARITY);
        }
        expect(")");
        return new Lambda(function, items, variable, body);
    }

    private List<Expression> arguments(String closing) throws SyntaxException {
        List<Expression> arguments = new ArrayList<>();
        if (!accept(closing)) {
            do {
                arguments.add(expression(LOWEST));
            } while (accept(","));
            expect(closing);
        }
        return arguments;
    }

    private static Expression call(String function, List<Expression> arguments) throws SyntaxException {
        return call(Functions.direct(function), arguments);
    }

    private static Expression call(Direct function, List<Expression> arguments) throws SyntaxException {
        if (!function.arity().allows(arguments.size())) {
            throw wrongCount(function.name(), function.arity());
        }
        return new Call(function, List.copyOf(arguments));
    }

    private static SyntaxException wrongCount(String function, Arity arity) {
        return new SyntaxException("the number of arguments of %s is %s".formatted(function, arity));
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private boolean accept(String symbol) {
        boolean there = peek().is(symbol);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String symbol) throws SyntaxException {
        if (!accept(symbol)) {
            throw unexpected();
        }
    }

    private String name() throws SyntaxException {
        if (peek().kind() != Kind.NAME) {
            throw unexpected();
        }
        return take().text();
    }

    private SyntaxException unexpected() {
        Token token = peek();
        return new SyntaxException(
                token.kind() == Kind.END
                        ? "the expression ends too early"
                        : "unexpected '%s' at %d".formatted(token.text(), token.at()));
    }
}
