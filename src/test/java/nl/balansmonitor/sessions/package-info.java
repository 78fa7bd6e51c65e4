@NullMarked
package nl.balansmonitor.sessions;

import org.jspecify.annotations.NullMarked;
