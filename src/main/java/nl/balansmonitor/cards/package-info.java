/**
 * The Adaptive Cards template language: parse once, expand often. Knows no domain and no Teams. The language, and where
 * ours differs from the original and why, is in {@code docs/card-templates.md}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package nl.balansmonitor.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
