package nl.balansmonitor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @ParameterizedTest
    @CsvSource({
        "start, START",
        "acties, ACTIONS",
        "actions, ACTIONS",
        "stellingen, STATEMENTS",
        "statements, STATEMENTS",
        "plan, PLAN",
        "Plan!, PLAN",
        "kanalen, SPACES",
        "Mijn kanalen, SPACES",
        "channels, SPACES",
        "my channels, SPACES",
        "mijn acties, ACTIONS",
        "my actions, ACTIONS",
        "trend, TREND",
        "rapport, REPORTS",
        "report, REPORTS",
        "hulp, HELP",
        "help, HELP",
    })
    void isSpokenInBothLanguages(String typed, Command command) {
        assertThat(Command.of(typed)).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Start", "START!", "  start ", "start.", "\u00a0start\u00a0", "\"start\"", "start 🌡️", "/start"
            })
    void isKnownWhateverItsCaseAndPunctuation(String typed) {
        assertThat(Command.of(typed)).isEqualTo(Command.START);
    }

    /** In Turkish the capital I of "actions" would become a letter of its own. */
    @Test
    void isReadTheSameOnEveryMachine() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Command.of("ACTIONS")).isEqualTo(Command.ACTIONS);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "🌡️👋",
                "Hoi!",
                "hallo",
                "Hello",
                "hey",
                "HI",
                "dag",
                "hai",
                "Goedemorgen 👋",
                "goedemiddag",
                "goedenavond",
                "Good morning",
                "good afternoon",
                "good evening",
                "hulp?",
                "\u0000"
            })
    void isHelpForWhoGreetsOrSaysNothing(String typed) {
        assertThat(Command.of(typed)).isEqualTo(Command.HELP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start nu", "restart", "niet starten", "mijn gegevens", "ליאור", "hoihoi", "wie ben jij?"})
    void isUnknownForAnythingElse(String typed) {
        assertThat(Command.of(typed)).isEqualTo(Command.UNKNOWN);
    }

    @Test
    void isUnknownForATextOfAnyLength() {
        assertThat(Command.of("start ".repeat(100_000))).isEqualTo(Command.UNKNOWN);
    }
}
