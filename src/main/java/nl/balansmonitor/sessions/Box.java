package nl.balansmonitor.sessions;

import java.util.Optional;

/** The four boxes of the workshop's sheet, in the order in which they are filled. */
public enum Box {
    /** Wat werkt goed? */
    WHAT_WORKS,
    /** Waar lopen we tegenaan? */
    WHAT_HINDERS,
    /** Wat vinden wij belangrijk? */
    WHAT_MATTERS,
    /** Nieuwe stellingen. */
    NEW_STATEMENTS;

    /** The box that is filled after this one; empty after the last. */
    public Optional<Box> next() {
        return switch (this) {
            case WHAT_WORKS -> Optional.of(WHAT_HINDERS);
            case WHAT_HINDERS -> Optional.of(WHAT_MATTERS);
            case WHAT_MATTERS -> Optional.of(NEW_STATEMENTS);
            case NEW_STATEMENTS -> Optional.empty();
        };
    }
}
