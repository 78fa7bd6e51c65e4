@NullMarked
package nl.balansmonitor.trends;

import org.jspecify.annotations.NullMarked;
