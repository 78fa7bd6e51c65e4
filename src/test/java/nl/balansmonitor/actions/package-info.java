@NullMarked
package nl.balansmonitor.actions;

import org.jspecify.annotations.NullMarked;
