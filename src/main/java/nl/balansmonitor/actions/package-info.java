/** What a team agreed to do: who, what, and when it is fed back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents", "spaces", "sessions"})
package nl.balansmonitor.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
