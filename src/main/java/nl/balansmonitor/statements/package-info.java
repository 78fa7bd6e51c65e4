/** Statements, their themes, the ready-made deck, and which of them a team should measure next. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents"})
package nl.balansmonitor.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
