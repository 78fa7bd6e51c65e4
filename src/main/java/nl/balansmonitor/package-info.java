/** Balans-Monitor: a school team's thermometer for digitalisation, in its own Teams channel. */
@NullMarked
package nl.balansmonitor;

import org.jspecify.annotations.NullMarked;
