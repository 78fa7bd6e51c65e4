@NullMarked
package nl.balansmonitor.statements;

import org.jspecify.annotations.NullMarked;
