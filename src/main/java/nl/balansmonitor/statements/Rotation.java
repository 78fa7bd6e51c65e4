package nl.balansmonitor.statements;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.balansmonitor.shared.StatementId;

/**
 * Suggests what to measure next: what was never measured, or longest ago, comes first, from different themes where that is possible;
 * and the pupils' voice is heard in at least every third session.
 */
public final class Rotation {

    private static final int PUPILS_AT_LEAST_EVERY = 3;
    private static final int NEVER = -1;

    private final List<Statement> statements;
    private final List<Set<StatementId>> sessions;

    /**
     * @param statements what can be chosen
     * @param sessions   what each earlier session measured, the oldest first
     */
    public Rotation(List<Statement> statements, List<Set<StatementId>> sessions) {
        this.statements = List.copyOf(statements);
        this.sessions = List.copyOf(sessions);
    }

    /** The suggestion, in order of urgency: {@code count} statements, or all there are if that is fewer. */
    public List<Statement> suggest(int count) {
        return suggest(List.of(), count);
    }

    /**
     * The suggestion where something is chosen already: it comes first, and is filled up to {@code count} statements. When the pupils'
     * voice is due and not among what is chosen, it is heard beside it.
     */
    public List<Statement> suggest(List<Statement> already, int count) {
        var chosen = new ArrayList<>(already);
        var left = new ArrayList<>(statements);
        left.removeAll(already);
        if (pupilsAreDue() && already.stream().noneMatch(s -> s.theme() == Theme.PUPILS)) {
            left.stream().filter(s -> s.theme() == Theme.PUPILS).min(urgency()).ifPresent(s -> take(s, left, chosen));
        }
        while (chosen.size() < count && !left.isEmpty()) {
            Comparator<Statement> newThemesFirst =
                    comparingInt(s -> chosen.stream().anyMatch(c -> c.theme() == s.theme()) ? 1 : 0);
            take(left.stream().min(newThemesFirst.thenComparing(urgency())).orElseThrow(), left, chosen);
        }
        return chosen;
    }

    /**
     * What to put stickers on: all statements of the theme that was measured longest ago or never, the first of equals in the deck. A theme
     * of one statement leaves nothing to choose and is taken only if there is no other.
     */
    public List<Statement> themeToChooseFrom() {
        return statements.stream()
                .map(Statement::theme)
                .distinct()
                .min(Comparator.<Theme>comparingInt(t -> of(t).size() > 1 ? 0 : 1)
                        .thenComparingInt(this::lastMeasured))
                .map(this::of)
                .orElse(List.of());
    }

    private List<Statement> of(Theme theme) {
        return statements.stream().filter(s -> s.theme() == theme).toList();
    }

    private static void take(Statement statement, List<Statement> left, List<Statement> chosen) {
        left.remove(statement);
        chosen.add(statement);
    }

    /** Stable: what is equally urgent keeps the deck's order. */
    private Comparator<Statement> urgency() {
        return Comparator.<Statement>comparingInt(s -> lastMeasured(s.id()))
                .thenComparingInt(s -> lastMeasured(s.theme()));
    }

    private boolean pupilsAreDue() {
        return sessions.size() - 1 - lastMeasured(Theme.PUPILS) >= PUPILS_AT_LEAST_EVERY - 1
                && sessions.size() >= PUPILS_AT_LEAST_EVERY - 1;
    }

    private int lastMeasured(StatementId id) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (sessions.get(i).contains(id)) {
                return i;
            }
        }
        return NEVER;
    }

    private int lastMeasured(Theme theme) {
        return statements.stream()
                .filter(s -> s.theme() == theme)
                .mapToInt(s -> lastMeasured(s.id()))
                .max()
                .orElse(NEVER);
    }
}
