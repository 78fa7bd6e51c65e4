package nl.balansmonitor.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import nl.balansmonitor.Rooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;

class PrivacyPropertiesTest {

    @TempDir
    private Path folder;

    @Test
    void promiseThreeReactionsAndFourForRemarks() {
        try (Rooms rooms = Rooms.over(folder.resolve("test.db"))) {
            assertThat(rooms.get(PrivacyProperties.class)).isEqualTo(new PrivacyProperties(3, 4));
        }
    }

    @Test
    void canBeRaised() {
        try (Rooms rooms = Rooms.over(
                folder.resolve("test.db"), "balans.privacy.minimum-reactions=5", "balans.privacy.minimum-remarks=6")) {
            assertThat(rooms.get(PrivacyProperties.class)).isEqualTo(new PrivacyProperties(5, 6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimum-reactions=2", "minimum-reactions=0", "minimum-remarks=3", "minimum-remarks=-1"})
    void cannotBeLowered(String setting) {
        assertThatThrownBy(() -> Rooms.over(folder.resolve("test.db"), "balans.privacy." + setting))
                .hasRootCauseInstanceOf(BindValidationException.class)
                .hasStackTraceContaining("balans.privacy." + setting.substring(0, setting.indexOf('=')));
    }
}
