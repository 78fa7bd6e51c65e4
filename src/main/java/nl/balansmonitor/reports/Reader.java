package nl.balansmonitor.reports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import nl.balansmonitor.shared.Language;
import org.springframework.http.HttpHeaders;

/**
 * Whoever opens a link, of whom nothing is known but the languages.
 *
 * @param asked   by {@code ?lang=nl} or {@code ?lang=en} in the address
 * @param browser Dutch or English, whichever the browser would rather have; Dutch if it says neither
 */
record Reader(Optional<Language> asked, Language browser) {

    static Reader of(HttpServletRequest request) {
        return new Reader(asked(request), browser(request));
    }

    /** Of what belongs to a team. */
    Language languageOr(Language ofTheTeam) {
        return asked.orElse(ofTheTeam);
    }

    /** Of what must not depend on any team. */
    Language language() {
        return asked.orElse(browser);
    }

    private static Optional<Language> asked(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("lang")).map(Language::of);
        } catch (IllegalStateException e) {
            // The servlet container's answer to a query that can't be decoded.
            return Optional.empty();
        }
    }

    private static Language browser(HttpServletRequest request) {
        // Without the header the request would name the server's own locale.
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.DUTCH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(code -> code.equals("nl") || code.equals("en"))
                .findFirst()
                .map(Language::of)
                .orElse(Language.DUTCH);
    }
}
