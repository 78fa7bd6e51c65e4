/** The Adaptive Cards template language: parse once, expand often. Knows no domain and no Teams. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package nl.balansmonitor.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
