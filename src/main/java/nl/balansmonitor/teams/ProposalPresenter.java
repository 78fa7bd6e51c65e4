package nl.balansmonitor.teams;

import java.util.List;
import nl.balansmonitor.shared.StatementId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.statements.Agenda;
import nl.balansmonitor.statements.DiscussionProposal;
import nl.balansmonitor.statements.Flags;
import nl.balansmonitor.statements.Statement;
import nl.balansmonitor.wording.Phrases;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws what a team wants to discuss: one card per statement and month, without names and without a number. */
@Component
class ProposalPresenter {

    private final Cards cards;
    private final Phrases phrases;
    private final Flags flags;
    private final Agenda agenda;

    ProposalPresenter(Cards cards, Phrases phrases, Flags flags, Agenda agenda) {
        this.cards = cards;
        this.phrases = phrases;
        this.flags = flags;
        this.agenda = agenda;
    }

    /** @param planned whether it is in the next session; if it is not open either, it needs no answer any more */
    private record Values(String statement, String icon, String theme, String text, boolean open, boolean planned) {}

    /** The proposals that wait for an answer. */
    List<Board.Face> open(Space space) {
        return flags.proposals(space).stream()
                .map(p -> face(p, card(space, p.statement(), true, false)))
                .toList();
    }

    /** Those that were answered, or can't be any more. */
    List<Board.Face> answered(Space space) {
        List<DiscussionProposal> open = flags.proposals(space);
        List<StatementId> planned =
                agenda.of(space.id()).stream().map(Statement::id).toList();
        return flags.proposed(space).stream()
                .filter(p -> !open.contains(p))
                .map(p -> face(p, card(space, p.statement(), false, planned.contains(p.statement()))))
                .toList();
    }

    /** What who put a statement into the next session sees. */
    JsonNode planned(Space space, StatementId statement) {
        return card(space, statement, false, true);
    }

    private JsonNode card(Space space, StatementId statement, boolean open, boolean planned) {
        Phrases.Heading heading = phrases.heading(space, statement);
        return cards.draw(
                "proposal",
                space.language(),
                new Values(statement.value(), heading.icon(), heading.theme(), heading.text(), open, planned));
    }

    private static Board.Face face(DiscussionProposal proposal, JsonNode card) {
        return new Board.Face(proposal.month() + ":" + proposal.statement(), card);
    }
}
