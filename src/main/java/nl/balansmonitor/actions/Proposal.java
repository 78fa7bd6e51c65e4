package nl.balansmonitor.actions;

import java.time.LocalDate;
import nl.balansmonitor.shared.MemberId;

/**
 * An action as somebody proposes it.
 *
 * @param owner a member of the conversation, not a bot; that is for the caller to know
 */
public record Proposal(String what, MemberId owner, String ownerName, LocalDate feedbackDate) {}
