@NullMarked
package nl.balansmonitor.rhythm;

import org.jspecify.annotations.NullMarked;
