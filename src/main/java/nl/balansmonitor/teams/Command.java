package nl.balansmonitor.teams;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What can be typed to the bot, in both languages at once. */
enum Command {
    START("start", "begin"),
    ACTIONS("acties", "actions"),
    HELP("hulp", "help", "hi", "hello", "hallo", "hoi", "");

    private final Set<String> words;

    Command(String... words) {
        this.words = Set.of(words);
    }

    /** The command that was typed, whatever its case and punctuation; anything else asks for help. */
    static Command of(String typed) {
        String word = typed.replaceAll("[^\\p{L}\\p{N} ]", "").strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(c -> c.words.contains(word))
                .findFirst()
                .orElse(HELP);
    }
}
