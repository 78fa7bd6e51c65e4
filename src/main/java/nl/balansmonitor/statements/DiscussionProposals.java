package nl.balansmonitor.statements;

import java.time.YearMonth;
import java.util.List;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** Where proposals to discuss a statement are kept. */
@Component
class DiscussionProposals {

    private static final String FLAGGED = "flagged:";

    private final Documents documents;

    DiscussionProposals(Documents documents) {
        this.documents = documents;
    }

    /** Makes the proposal of this month; one that was made before stays as it is, settled or not. */
    void propose(SpaceId space, YearMonth month, StatementId statement) {
        documents.create(
                Space.partition(space).key(FLAGGED + month + ":" + statement),
                new DiscussionProposal(statement, month, false));
    }

    /** Those that are kept, answered or not, the oldest first. */
    List<DiscussionProposal> made(SpaceId space) {
        return documents.all(all(space), DiscussionProposal.class).stream()
                .map(Document::content)
                .toList();
    }

    void settle(SpaceId space, StatementId statement) {
        for (var proposal : documents.all(all(space).where("statement", statement.value()), DiscussionProposal.class)) {
            if (!proposal.content().settled()) {
                documents.replace(
                        proposal,
                        new DiscussionProposal(statement, proposal.content().month(), true));
            }
        }
    }

    void forgetBefore(SpaceId space, YearMonth month) {
        documents.all(all(space), DiscussionProposal.class).stream()
                .filter(p -> p.content().month().isBefore(month))
                .forEach(documents::delete);
    }

    private static Query all(SpaceId space) {
        return Query.in(Space.partition(space)).idsStartingWith(FLAGGED);
    }
}
