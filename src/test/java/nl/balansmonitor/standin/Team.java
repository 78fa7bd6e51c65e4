package nl.balansmonitor.standin;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A team. Its id is that of its General channel, which is where the connector posts what is sent to a team.
 *
 * @param installed shared by all its channels: an app is installed per team
 */
public record Team(String id, String name, String aadGroupId, AtomicBoolean installed) {}
