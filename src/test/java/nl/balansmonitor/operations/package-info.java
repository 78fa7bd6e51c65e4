@NullMarked
package nl.balansmonitor.operations;

import org.jspecify.annotations.NullMarked;
