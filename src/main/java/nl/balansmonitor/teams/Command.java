package nl.balansmonitor.teams;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What can be typed to the bot, in both languages at once. */
enum Command {
    START,
    ACTIONS,
    STATEMENTS,
    PLAN,
    TREND,
    REPORTS,

    /** In one's own chat: where one can go on. */
    SPACES,

    HELP,

    /** Anything else. */
    UNKNOWN;

    /** Who greets wants to know what there is. */
    private static final List<String> GREETINGS = List.of(
            "hi",
            "hello",
            "hey",
            "hoi",
            "hallo",
            "hai",
            "dag",
            "goedemorgen",
            "goedemiddag",
            "goedenavond",
            "good morning",
            "good afternoon",
            "good evening");

    private static final Map<String, Command> WORDS = Stream.concat(
                    GREETINGS.stream().map(greeting -> entry(greeting, HELP)),
                    Stream.of(
                            entry("start", START),
                            entry("acties", ACTIONS),
                            entry("mijn acties", ACTIONS),
                            entry("actions", ACTIONS),
                            entry("my actions", ACTIONS),
                            entry("stellingen", STATEMENTS),
                            entry("statements", STATEMENTS),
                            entry("plan", PLAN),
                            entry("trend", TREND),
                            entry("rapport", REPORTS),
                            entry("report", REPORTS),
                            entry("kanalen", SPACES),
                            entry("mijn kanalen", SPACES),
                            entry("channels", SPACES),
                            entry("my channels", SPACES),
                            entry("hulp", HELP),
                            entry("help", HELP)))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The command that was typed, whatever its case and punctuation; who says nothing, or only a sign, asks for help. */
    static Command of(String typed) {
        String words = typed.replaceAll("[^\\p{L}\\p{N} ]", "").strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? HELP : WORDS.getOrDefault(words, UNKNOWN);
    }
}
