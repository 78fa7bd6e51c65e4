package nl.balansmonitor.teams.botframework;

import java.util.Optional;

/**
 * Who sent an activity.
 *
 * @param teamsId the id within Teams ({@code 29:...}); never blank for a message or an invoke, {@code ""} if another activity names nobody
 * @param aadObjectId the id within Entra ID, which Teams gives for people
 * @param name the name as shown; {@code ""} if Teams gives none
 */
public record Sender(String teamsId, Optional<String> aadObjectId, String name) {}
