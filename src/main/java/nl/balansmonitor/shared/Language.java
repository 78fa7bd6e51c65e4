package nl.balansmonitor.shared;

import java.util.Locale;

/** A language that users are spoken to in. */
public enum Language {
    DUTCH(Locale.forLanguageTag("nl-NL")),
    ENGLISH(Locale.forLanguageTag("en-GB"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale of texts, dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /**
     * The language for a client's locale.
     *
     * @param tag a BCP 47 tag such as {@code en-US}; anything that is not English is Dutch
     */
    public static Language of(String tag) {
        return tag.regionMatches(true, 0, "en", 0, 2) ? ENGLISH : DUTCH;
    }
}
