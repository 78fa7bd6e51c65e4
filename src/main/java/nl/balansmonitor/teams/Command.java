package nl.balansmonitor.teams;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** What can be typed to the bot, in both languages at once. */
enum Command {
    START,
    ACTIONS,
    STATEMENTS,
    PLAN,
    TREND,
    REPORTS,
    HELP;

    private static final Map<String, Command> WORDS = Map.ofEntries(
            entry("start", START),
            entry("acties", ACTIONS),
            entry("actions", ACTIONS),
            entry("stellingen", STATEMENTS),
            entry("statements", STATEMENTS),
            entry("plan", PLAN),
            entry("trend", TREND),
            entry("rapport", REPORTS),
            entry("report", REPORTS),
            entry("hulp", HELP),
            entry("help", HELP));

    /** The command that was typed, whatever its case and punctuation; anything else asks for help. */
    static Command of(String typed) {
        String word = typed.replaceAll("[^\\p{L}\\p{N} ]", "").strip().toLowerCase(Locale.ROOT);
        return WORDS.getOrDefault(word, HELP);
    }
}
