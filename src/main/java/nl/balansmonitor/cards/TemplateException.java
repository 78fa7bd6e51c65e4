package nl.balansmonitor.cards;

import java.io.Serial;

/**
 * A template that cannot be parsed, or that a strict expansion could not fill. The message names the template, the JSON
 * path of the place within it, and what is wrong there.
 */
public final class TemplateException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String template;
    private final String path;

    TemplateException(String template, String path, String problem) {
        super("card template '%s', %s: %s".formatted(template, path, problem));
        this.template = template;
        this.path = path;
    }

    /** The template's name, as it was given when it was parsed. */
    public String template() {
        return template;
    }

    /** The JSON path within the template, such as {@code $.body[0].text}. */
    public String path() {
        return path;
    }
}
