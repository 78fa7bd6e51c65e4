/** The ids that every room speaks of, the two languages, and pseudonyms; nothing clever. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package nl.balansmonitor.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
