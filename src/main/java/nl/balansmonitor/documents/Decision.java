package nl.balansmonitor.documents;

import java.util.Optional;

/**
 * What a rule made of a document: what to answer, and what to write, if anything.
 *
 * @param write empty to leave the document as it is
 */
public record Decision<T, A>(A answer, Optional<T> write) {

    /** Answers and changes nothing. */
    public static <T, A> Decision<T, A> leave(A answer) {
        return new Decision<>(answer, Optional.empty());
    }

    /** Answers once this has been written. */
    public static <T, A> Decision<T, A> write(T content, A answer) {
        return new Decision<>(answer, Optional.of(content));
    }
}
