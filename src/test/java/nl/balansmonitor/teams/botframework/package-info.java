@NullMarked
package nl.balansmonitor.teams.botframework;

import org.jspecify.annotations.NullMarked;
