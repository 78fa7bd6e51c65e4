package nl.balansmonitor.cards;

/**
 * What happens when a template asks for a value that is not there. An access that the template itself guards (by
 * {@code $when}, {@code if}, {@code exists}, {@code ??} and the like) is never reported.
 */
@FunctionalInterface
public interface MissingValues {

    /**
     * Called once per expression without a value. When it returns, the value is left out: a property or an array's
     * element disappears, and within a text the empty string stands in. When it throws, the expansion ends with that.
     */
    void found(MissingValue value);

    /** Ends the expansion with a {@link TemplateException}: for tests, where a gap is a mistake. */
    static MissingValues strict() {
        return value -> {
            throw new TemplateException(
                    value.template(),
                    value.path(),
                    "${%s} has no value: %s".formatted(value.expression(), value.reason()));
        };
    }
}
