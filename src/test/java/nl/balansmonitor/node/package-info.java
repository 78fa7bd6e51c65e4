@NullMarked
package nl.balansmonitor.node;

import org.jspecify.annotations.NullMarked;
