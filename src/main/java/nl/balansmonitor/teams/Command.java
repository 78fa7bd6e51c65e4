package nl.balansmonitor.teams;

import java.util.Locale;
import java.util.Map;

/** What can be typed to the bot, in both languages at once. */
enum Command {
    START,
    ACTIONS,
    STATEMENTS,
    PLAN,
    TREND,
    HELP;

    private static final Map<String, Command> WORDS = Map.of(
            "start",
            START,
            "acties",
            ACTIONS,
            "actions",
            ACTIONS,
            "stellingen",
            STATEMENTS,
            "statements",
            STATEMENTS,
            "plan",
            PLAN,
            "trend",
            TREND,
            "hulp",
            HELP,
            "help",
            HELP);

    /** The command that was typed, whatever its case and punctuation; anything else asks for help. */
    static Command of(String typed) {
        String word = typed.replaceAll("[^\\p{L}\\p{N} ]", "").strip().toLowerCase(Locale.ROOT);
        return WORDS.getOrDefault(word, HELP);
    }
}
