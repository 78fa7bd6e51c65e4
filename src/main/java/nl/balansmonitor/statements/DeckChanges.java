package nl.balansmonitor.statements;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import nl.balansmonitor.shared.StatementId;

/**
 * In what a space's deck differs from the ready-made one. It is one document, not one per statement: a change that concerns two
 * statements is then one write, two people can't add the same sentence at the same moment, and a deck costs one point read. The texts of
 * a few hundred statements stay far below what a document may hold.
 *
 * @param own     every statement of the team's own that there is, in the order in which they came
 * @param retired the ready-made ones that this team no longer chooses from
 */
record DeckChanges(List<OwnStatement> own, SequencedSet<StatementId> retired) {

    static final DeckChanges NONE = new DeckChanges(List.of(), new LinkedHashSet<>());

    DeckChanges {
        own = List.copyOf(own);
        retired = new LinkedHashSet<>(retired);
    }
}
