/** A team's space: its language, its time zone and who leads it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents"})
package nl.balansmonitor.spaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
