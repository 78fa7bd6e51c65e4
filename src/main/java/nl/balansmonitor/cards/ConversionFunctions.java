package nl.balansmonitor.cards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.balansmonitor.cards.Function.Arity.between;
import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.eager;
import static nl.balansmonitor.cards.Values.number;
import static nl.balansmonitor.cards.Values.string;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** From one type to another. */
final class ConversionFunctions {

    /** What JavaScript's {@code parseInt} and {@code parseFloat} read at the start of a string. */
    private static final Pattern WHOLE = Pattern.compile("\\s*([+-]?\\d+)");

    private static final Pattern DECIMAL = Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");

    /** The original writes the typographer's minus, not the hyphen. */
    private static final char MINUS = '\u2212';

    static final List<Function> ALL = List.of(
            eager("int", exactly(1), a -> read(a, WHOLE)),
            eager("float", exactly(1), a -> read(a, DECIMAL)),
            eager("string", between(1, 2), ConversionFunctions::text),
            eager("formatNumber", between(2, 3), ConversionFunctions::formatNumber),
            eager("uriComponent", exactly(1), a -> string(encoded(a.text(0)))),
            eager("uriComponentToString", exactly(1), ConversionFunctions::decoded),
            eager("base64", exactly(1), a -> string(base64(a.text(0)))),
            eager("base64ToString", exactly(1), ConversionFunctions::fromBase64),
            eager("dataUri", exactly(1), a -> string("data:text/plain;charset=utf-8;base64," + base64(a.text(0)))));

    private ConversionFunctions() {}

    /** Undefined for what is neither a number nor a string. */
    private static JsonNode read(Arguments a, Pattern form) {
        JsonNode value = a.get(0);
        if (value.isNumber()) {
            double number = value.doubleValue();
            return number(form == WHOLE ? number < 0 ? Math.ceil(number) : Math.floor(number) : number);
        }
        if (!value.isString()) {
            return MissingNode.getInstance();
        }
        Matcher read = form.matcher(value.stringValue());
        if (!read.lookingAt()) {
            throw a.wrong(0, "a string that begins with a number");
        }
        return number(Double.parseDouble(read.group(1)));
    }

    /** Numbers get their digits grouped. */
    private static JsonNode text(Arguments a) {
        JsonNode value = a.get(0);
        if (!value.isNumber()) {
            return string(Values.textOrJson(value));
        }
        String digits = Values.text(value);
        int point = digits.indexOf('.');
        return string(grouped(value.doubleValue(), point < 0 ? 0 : digits.length() - point - 1, locale(a, 1)));
    }

    private static JsonNode formatNumber(Arguments a) {
        int decimals = MathFunctions.decimals(a, 1);
        return string(grouped(MathFunctions.rounded(a.number(0), decimals), decimals, locale(a, 2)));
    }

    private static Locale locale(Arguments a, int place) {
        return a.count() > place ? Locale.forLanguageTag(a.text(place)) : Locale.US;
    }

    private static String grouped(double number, int decimals, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS);
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(new BigDecimal(Double.toString(number)));
    }

    /** ECMA-262, {@code encodeURIComponent}: it leaves a few characters more alone than a form does. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    private static JsonNode decoded(Arguments a) {
        try {
            return string(URLDecoder.decode(a.text(0).replace("+", "%2B"), UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw a.wrong(0, "a URI component");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static JsonNode fromBase64(Arguments a) {
        try {
            return string(new String(Base64.getDecoder().decode(a.text(0)), UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw a.wrong(0, "Base64");
        }
    }
}
