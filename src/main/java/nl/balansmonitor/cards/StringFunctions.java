package nl.balansmonitor.cards;

import static nl.balansmonitor.cards.Function.Arity.atLeast;
import static nl.balansmonitor.cards.Function.Arity.between;
import static nl.balansmonitor.cards.Function.Arity.exactly;
import static nl.balansmonitor.cards.Function.eager;
import static nl.balansmonitor.cards.Values.bool;
import static nl.balansmonitor.cards.Values.number;
import static nl.balansmonitor.cards.Values.string;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/** Strings. Places and lengths count UTF-16 units, as in JavaScript. */
final class StringFunctions {

    /** JavaScript's {@code \w\S*}: a word begins at an ASCII letter, digit or underscore. */
    private static final Pattern WORD = Pattern.compile("\\w\\S*");

    static final List<Function> ALL = List.of(
            eager("concat", atLeast(1), StringFunctions::concat),
            eager("length", exactly(1), a -> number(a.text(0).length())),
            eager("toLower", between(1, 2), a -> string(a.text(0).toLowerCase(locale(a)))),
            eager("toUpper", between(1, 2), a -> string(a.text(0).toUpperCase(locale(a)))),
            eager(
                    "sentenceCase",
                    between(1, 2),
                    a -> string(capitalised(a.text(0).toLowerCase(locale(a))))),
            eager(
                    "titleCase",
                    between(1, 2),
                    a -> string(WORD.matcher(a.text(0).toLowerCase(locale(a)))
                            .replaceAll(StringFunctions::capitalisedMatch))),
            eager("trim", exactly(1), a -> string(trimmed(a.text(0)))),
            eager("startsWith", exactly(2), a -> bool(a.text(0).startsWith(a.text(1)))),
            eager("endsWith", exactly(2), a -> bool(a.text(0).endsWith(a.text(1)))),
            eager(
                    "indexOf",
                    exactly(2),
                    a -> number(a.get(0).isArray() ? place(a, false) : textOf(a).indexOf(a.text(1)))),
            eager(
                    "lastIndexOf",
                    exactly(2),
                    a -> number(a.get(0).isArray() ? place(a, true) : textOf(a).lastIndexOf(a.text(1)))),
            eager("substring", between(2, 3), StringFunctions::substring),
            eager("replace", exactly(3), a -> string(a.text(0).replace(wanted(a), a.text(2)))),
            eager(
                    "replaceIgnoreCase",
                    exactly(3),
                    a -> string(Pattern.compile(
                                    wanted(a), Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(a.text(0))
                            .replaceAll(Matcher.quoteReplacement(a.text(2))))),
            eager("split", between(1, 2), a -> split(a.text(0), a.count() == 2 ? a.text(1) : "")),
            eager("join", between(2, 3), StringFunctions::join),
            eager("countWord", exactly(1), a -> number(trimmed(a.text(0)).split("\\s+").length)),
            eager("addOrdinal", exactly(1), a -> string(ordinal(a.whole(0)))),
            eager("EOL", exactly(0), a -> string("\n")));

    private StringFunctions() {}

    /** Lists become one list, anything else one string; null is left out. */
    private static JsonNode concat(Arguments a) {
        JsonNode soFar = a.get(0);
        for (int i = 1; i < a.count(); i++) {
            soFar = concat(soFar, a.get(i));
        }
        return soFar;
    }

    private static JsonNode concat(JsonNode first, JsonNode second) {
        if (Values.isNothing(first) && Values.isNothing(second)) {
            return MissingNode.getInstance();
        }
        if (Values.isNothing(first) && second.isArray()) {
            return second;
        }
        if (first.isArray() && Values.isNothing(second)) {
            return first;
        }
        if (first.isArray() && second.isArray()) {
            ArrayNode both = Values.list();
            first.values().forEach(both::add);
            second.values().forEach(both::add);
            return both;
        }
        return string(Values.textOrJson(first) + Values.textOrJson(second));
    }

    /** The language of upper and lower case; templates get texts ready-made, so English does where none is given. */
    private static Locale locale(Arguments a) {
        return a.count() == 2 ? Locale.forLanguageTag(a.text(1)) : Locale.US;
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String capitalisedMatch(java.util.regex.MatchResult word) {
        return Matcher.quoteReplacement(capitalised(word.group()));
    }

    /** Without white space around it, in JavaScript's meaning of it. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\ufeff' || Character.isSpaceChar(c);
    }

    private static String textOf(Arguments a) {
        return a.get(0).isNull() ? "" : a.text(0);
    }

    private static int place(Arguments a, boolean last) {
        JsonNode list = a.get(0);
        int found = -1;
        for (int i = 0; i < list.size() && (last || found < 0); i++) {
            if (Values.equal(list.get(i), a.get(1))) {
                found = i;
            }
        }
        return found;
    }

    private static JsonNode substring(Arguments a) {
        String text = a.text(0);
        int start = a.whole(1);
        int length = a.count() == 3 ? a.whole(2) : text.length() - start;
        if (start < 0 || start > text.length() || length < 0 || length > text.length() - start) {
            throw a.failed("goes beyond the string");
        }
        return string(text.substring(start, start + length));
    }

    private static String wanted(Arguments a) {
        if (a.text(1).isEmpty()) {
            throw a.failed("cannot replace the empty string");
        }
        return a.text(1);
    }

    private static JsonNode split(String text, String separator) {
        ArrayNode parts = Values.list();
        if (separator.isEmpty()) {
            text.chars().forEach(c -> parts.add(Character.toString(c)));
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        return parts.add(text.substring(from));
    }

    /** With a third argument, that one stands before the last element. */
    private static JsonNode join(Arguments a) {
        JsonNode list = a.list(0);
        int last = list.size() - 1;
        if (a.count() == 2) {
            return string(Values.join(list, 0, last + 1, a.text(1)));
        }
        if (last < 2) {
            return string(Values.join(list, 0, last + 1, a.text(2)));
        }
        return string(Values.join(list, 0, last, a.text(1)) + a.text(2) + Values.text(list.get(last)));
    }

    private static String ordinal(int number) {
        if (number <= 0) {
            return String.valueOf(number);
        }
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
