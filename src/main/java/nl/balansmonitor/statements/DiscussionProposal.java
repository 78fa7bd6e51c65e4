package nl.balansmonitor.statements;

import java.time.YearMonth;
import nl.balansmonitor.shared.StatementId;

/**
 * That enough of a team want to talk about a statement: made once for a statement and month.
 *
 * @param month   in which the flags were raised
 * @param settled whether it needs no answer any more: scheduled, dismissed, or measured
 */
public record DiscussionProposal(StatementId statement, YearMonth month, boolean settled) {}
