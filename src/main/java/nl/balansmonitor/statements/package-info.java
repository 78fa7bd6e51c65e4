/** Statements, their themes, the deck of every space, and which of them a team should measure next. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents", "spaces"})
package nl.balansmonitor.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
