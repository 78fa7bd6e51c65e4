/** What the stores behind {@link nl.balansmonitor.documents.Documents} have in common: of no concern to anybody else. */
@NullMarked
package nl.balansmonitor.documents.stores;

import org.jspecify.annotations.NullMarked;
