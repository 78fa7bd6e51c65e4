/** What comes round by itself: reminders, planned sessions, and the days on which a school works. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents", "spaces", "statements", "sessions", "actions"})
package nl.balansmonitor.rhythm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
