package nl.balansmonitor.cards;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

/** Precedence climbing over one expression's tokens. */
final class ExpressionParser {

    private final TokenCursor tokens;
    private final Deque<String> variables = new ArrayDeque<>();

    private ExpressionParser(TokenCursor tokens) {
        this.tokens = tokens;
    }

    static Expression parse(List<Token> tokens) throws SyntaxException {
        var parser = new ExpressionParser(new TokenCursor(tokens));
        if (parser.tokens.peek().kind() == Kind.END) {
            throw new SyntaxException("${} is empty; write \\${ for the characters themselves");
        }
        Expression expression = parser.expression(Operator.LOWEST);
        if (parser.tokens.peek().kind() != Kind.END) {
            throw parser.tokens.unexpected();
        }
        return expression;
    }

    private Expression expression(int lowest) throws SyntaxException {
        Expression left = signed();
        for (Operator operator = Operator.of(tokens.peek());
                operator != null && operator.precedence() >= lowest;
                operator = Operator.of(tokens.peek())) {
            boolean conditional = tokens.take().is("?");
            List<Expression> operands = new ArrayList<>(List.of(left));
            if (conditional) {
                operands.add(expression(Operator.LOWEST));
                tokens.expect(":");
            }
            operands.add(expression(operator.rightPrecedence()));
            left = call(operator.function(), operands);
        }
        return left;
    }

    private Expression signed() throws SyntaxException {
        if (tokens.accept("!")) {
            return call("not", List.of(signed()));
        }
        if (tokens.accept("-")) {
            return call("sub", List.of(new Literal(Values.number(0)), signed()));
        }
        if (tokens.accept("+")) {
            return call("add", List.of(new Literal(Values.number(0)), signed()));
        }
        return withAccess(primary());
    }

    private Expression withAccess(Expression primary) throws SyntaxException {
        Expression expression = primary;
        while (true) {
            if (tokens.accept(".")) {
                expression = new Property(expression, tokens.name());
            } else if (tokens.accept("[")) {
                Expression index = expression(Operator.LOWEST);
                tokens.expect("]");
                expression = new Element(expression, index);
            } else {
                return expression;
            }
        }
    }

    private Expression primary() throws SyntaxException {
        Token token = tokens.take();
        return switch (token.kind()) {
            case NUMBER -> new Literal(Values.number(Double.parseDouble(token.text())));
            case STRING -> new Literal(Values.string(token.text()));
            case NAME -> tokens.accept("(") ? function(token.text()) : named(token.text());
            case SYMBOL -> enclosed(token);
            case END -> throw new SyntaxException("the expression ends too early");
        };
    }

    private Expression enclosed(Token opening) throws SyntaxException {
        return switch (opening.text()) {
            case "(" -> {
                Expression inner = expression(Operator.LOWEST);
                tokens.expect(")");
                yield inner;
            }
            case "[" -> call("createArray", arguments("]"));
            case "{" -> objectLiteral();
            default -> throw tokens.unexpected(opening);
        };
    }

    private Expression objectLiteral() throws SyntaxException {
        List<ObjectLiteral.Entry> entries = new ArrayList<>();
        if (!tokens.accept("}")) {
            do {
                String key = tokens.peek().kind() == Kind.STRING ? tokens.take().text() : tokens.name();
                tokens.expect(":");
                entries.add(new ObjectLiteral.Entry(key, expression(Operator.LOWEST)));
            } while (tokens.accept(","));
            tokens.expect("}");
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
        Expression items = expression(Operator.LOWEST);
        if (!tokens.peek().is(",")) {
            throw wrongCount(function.name(), OverItems.ARITY);
        }
        tokens.expect(",");
        String variable = tokens.name();
        if (!tokens.accept("=>") && !tokens.accept(",")) {
            throw wrongCount(function.name(), OverItems.ARITY);
        }
        variables.push(variable);
        Expression body = expression(Operator.LOWEST);
        variables.pop();
        if (tokens.peek().is(",")) {
            throw wrongCount(function.name(), OverItems.ARITY);
        }
        tokens.expect(")");
        return new Lambda(function, items, variable, body);
    }

    private List<Expression> arguments(String closing) throws SyntaxException {
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.accept(closing)) {
            do {
                arguments.add(expression(Operator.LOWEST));
            } while (tokens.accept(","));
            tokens.expect(closing);
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
}
