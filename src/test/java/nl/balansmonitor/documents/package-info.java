@NullMarked
package nl.balansmonitor.documents;

import org.jspecify.annotations.NullMarked;
