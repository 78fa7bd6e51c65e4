package nl.balansmonitor.teams.botframework;

import java.util.Optional;

/**
 * How people call a channel and its team.
 *
 * @param channel empty for the first channel of a team, which every client names in its own language, and for channels that Teams doesn't
 *     list
 */
public record TeamNames(Optional<String> team, Optional<String> channel) {}
