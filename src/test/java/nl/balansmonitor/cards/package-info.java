@NullMarked
package nl.balansmonitor.cards;

import org.jspecify.annotations.NullMarked;
