@NullMarked
package nl.balansmonitor.teams;

import org.jspecify.annotations.NullMarked;
