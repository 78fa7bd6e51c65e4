/** One run of the instrument by one team: its phases, the thermometers, the ballots and the reading that is left of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents", "spaces", "statements"})
package nl.balansmonitor.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
