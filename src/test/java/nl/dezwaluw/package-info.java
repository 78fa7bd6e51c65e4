/** The rehearsal: a fictional school holds a session, for whoever wants to see one. */
@NullMarked
package nl.dezwaluw;

import org.jspecify.annotations.NullMarked;
