@NullMarked
package nl.balansmonitor.reports;

import org.jspecify.annotations.NullMarked;
