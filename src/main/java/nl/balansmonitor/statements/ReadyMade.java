package nl.balansmonitor.statements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The instrument's own 21 statements, theme after theme. */
final class ReadyMade {

    static final List<Statement> STATEMENTS = read();

    private ReadyMade() {}

    private static List<Statement> read() {
        try (InputStream in = Objects.requireNonNull(ReadyMade.class.getResourceAsStream("deck.json"), "deck.json")) {
            return List.of(JsonMapper.shared().readValue(in, Statement[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
