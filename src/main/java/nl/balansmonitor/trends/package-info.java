/** What the sessions of one space say together: lines, and whether a change is more than chance. Pure calculation, no words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "spaces", "statements", "sessions", "actions"})
package nl.balansmonitor.trends;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
