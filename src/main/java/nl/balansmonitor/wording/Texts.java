package nl.balansmonitor.wording;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.balansmonitor.shared.Language;
import org.springframework.stereotype.Component;

/** Everything that users read, in both languages; numbers and dates as they are written there. */
@Component
public class Texts {

    private static final String BUNDLE = "cards.texts";

    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);
    private final Map<CardIn, Map<String, String>> labels = new ConcurrentHashMap<>();

    private record CardIn(String card, Language language) {}

    public Texts() {
        var exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (Language language : Language.values()) {
            bundles.put(language, ResourceBundle.getBundle(BUNDLE, language.locale(), exact));
        }
    }

    /**
     * A text with its blanks filled in.
     *
     * @throws java.util.MissingResourceException if no text has this key
     */
    public String get(Language language, String key, Object... blanks) {
        return new MessageFormat(bundle(language).getString(key), language.locale()).format(blanks);
    }

    /** The fixed texts of a card: those whose key begins with its name, by the rest of the key. Unmodifiable. */
    public Map<String, String> labels(Language language, String card) {
        return labels.computeIfAbsent(new CardIn(card, language), this::collect);
    }

    private Map<String, String> collect(CardIn wanted) {
        var found = new TreeMap<String, String>();
        ResourceBundle bundle = bundle(wanted.language());
        String prefix = wanted.card() + ".";
        bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), bundle.getString(key)));
        return Collections.unmodifiableMap(found);
    }

    /** With one decimal: {@code 3,4} in Dutch. */
    public static String mean(Language language, double value) {
        return String.format(language.locale(), "%.1f", value);
    }

    /** Without a decimal where there is none: {@code 4} or {@code 3,5}. */
    public static String median(Language language, double value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : mean(language, value);
    }

    /** Such as {@code vr 11 dec}, which no line break takes apart. */
    public static String day(Language language, LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE\u00a0d\u00a0MMM", language.locale())
                .format(date);
    }

    /** Such as {@code 21 november 2026}. */
    public static String date(Language language, LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(date);
    }

    /** Such as {@code maart 2026}. */
    public static String month(Language language, Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()).format(moment.atZone(zone));
    }

    /** Such as {@code 10:42}, in both languages. */
    public static String time(Instant moment, ZoneId zone) {
        return CLOCK_TIME.format(moment.atZone(zone));
    }

    private ResourceBundle bundle(Language language) {
        ResourceBundle bundle = bundles.get(language);
        if (bundle == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return bundle;
    }
}
