/** Plays Microsoft Teams on loopback, with Teams' own rules: the bot is driven through it over real HTTP. */
@NullMarked
package nl.balansmonitor.standin;

import org.jspecify.annotations.NullMarked;
