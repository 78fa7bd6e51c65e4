@NullMarked
package nl.balansmonitor.spaces;

import org.jspecify.annotations.NullMarked;
