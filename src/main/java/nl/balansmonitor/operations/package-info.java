/** What an operator sees of the program: what happened, told once each and without anybody's data, and how its parts are. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package nl.balansmonitor.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
