package nl.balansmonitor.teams.botframework;

import java.util.Optional;

/**
 * A person in a conversation.
 *
 * @param teamsId the id within Teams ({@code 29:...})
 * @param aadObjectId the id within Entra ID
 * @param name the name as shown; {@code ""} if Teams gives none
 * @param guest whether the person is a guest of the tenant
 */
public record RosterMember(String teamsId, Optional<String> aadObjectId, String name, boolean guest) {}
