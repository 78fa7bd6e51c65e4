@NullMarked
package nl.balansmonitor.documents.sqlite;

import org.jspecify.annotations.NullMarked;
