@NullMarked
package nl.balansmonitor.wording;

import org.jspecify.annotations.NullMarked;
