package nl.balansmonitor.teams;

import java.util.Optional;

/** Reads what people fill in where a number is asked for. */
final class Numbers {

    private Numbers() {}

    /** A whole number in digits, with a sign or not; empty for anything else, and for what no int can hold. */
    static Optional<Integer> whole(String written) {
        try {
            return Optional.of(Integer.valueOf(written.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
