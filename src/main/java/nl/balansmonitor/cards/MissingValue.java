package nl.balansmonitor.cards;

/**
 * An expression that has no value for the data at hand: it names something that the data lacks, or it cannot be
 * calculated from what is there.
 *
 * @param template the template's name
 * @param path the JSON path of the string that holds the expression
 * @param expression the expression's source, without <code>${</code> and <code>}</code>
 * @param reason what is missing or wrong; never holds a text of the data, so it may be logged
 */
public record MissingValue(String template, String path, String expression, String reason) {}
