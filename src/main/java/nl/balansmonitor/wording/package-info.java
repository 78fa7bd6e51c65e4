/** What people read, in Dutch and English: every text, numbers and dates as they are written there, and the small sentences that cards and pages share. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "spaces", "statements", "sessions"})
package nl.balansmonitor.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
