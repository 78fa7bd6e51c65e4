@NullMarked
package nl.balansmonitor.documents.cosmos;

import org.jspecify.annotations.NullMarked;
