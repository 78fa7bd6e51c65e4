package nl.balansmonitor.statements;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.balansmonitor.shared.StatementId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The statements that a team can choose from, by theme. */
@Component
public class Deck {

    private final List<Statement> statements;
    private final Map<StatementId, Statement> byId;

    /** The instrument's own 21 statements. */
    public Deck() {
        this(readyMade());
    }

    Deck(List<Statement> statements) {
        this.statements = List.copyOf(statements);
        this.byId = this.statements.stream().collect(toMap(Statement::id, identity()));
    }

    /** All of them, theme after theme. */
    public List<Statement> statements() {
        return statements;
    }

    /** Empty if no statement has this id. */
    public Optional<Statement> find(StatementId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * A statement that is known to exist.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Statement get(StatementId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no statement " + id));
    }

    private static List<Statement> readyMade() {
        try (InputStream in = Objects.requireNonNull(Deck.class.getResourceAsStream("deck.json"), "deck.json")) {
            return List.of(JsonMapper.shared().readValue(in, Statement[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
