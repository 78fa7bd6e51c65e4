/** The port to storage: small JSON documents in partitions, each changed only by who has seen its newest version. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package nl.balansmonitor.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
