/** Documents in one SQLite file: a single writer that commits in groups, several readers beside it. */
@NullMarked
package nl.balansmonitor.documents.sqlite;

import org.jspecify.annotations.NullMarked;
