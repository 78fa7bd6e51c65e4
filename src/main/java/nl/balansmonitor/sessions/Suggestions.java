package nl.balansmonitor.sessions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.Decks;
import nl.balansmonitor.statements.Rotation;
import nl.balansmonitor.statements.Statement;
import org.springframework.stereotype.Component;

/** What a space is suggested to measure next, after all that it measured before. */
@Component
class Suggestions {

    private final SessionStore store;
    private final Decks decks;
    private final Agenda agenda;

    Suggestions(SessionStore store, Decks decks, Agenda agenda) {
        this.store = store;
        this.decks = decks;
        this.agenda = agenda;
    }

    /**
     * What is on the agenda first, and then what the rotation says.
     *
     * @param count how many if the agenda asks for no more and the rotation insists on none besides
     * @param most  how many at most
     */
    List<StatementId> of(SpaceId space, int count, int most) {
        List<Statement> wanted = agenda.of(space).stream().limit(most).toList();
        return rotation(space).suggest(wanted, count).stream()
                .limit(most)
                .map(Statement::id)
                .toList();
    }

    Rotation rotation(SpaceId space) {
        List<Set<StatementId>> measured = store.closed(space).stream()
                .map(s -> s.thermometers().stream().map(Thermometer::statement).collect(Collectors.toSet()))
                .toList();
        return new Rotation(decks.of(space).statements(), measured);
    }
}
