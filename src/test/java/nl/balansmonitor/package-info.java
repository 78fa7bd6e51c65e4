@NullMarked
package nl.balansmonitor;

import org.jspecify.annotations.NullMarked;
