package nl.balansmonitor.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReportPropertiesTest {

    @Test
    void giveNoLinksUnlessAnAddressIsSet() {
        assertThat(bound(Map.of()).base()).isEmpty();
        assertThat(bound(Map.of()).linkLifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(bound(Map.of("balans.reports.base-url", "  ")).base()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://balans.example.org, https://balans.example.org",
        "https://balans.example.org/, https://balans.example.org",
        "HTTPS://balans.example.org:8443/bot//, HTTPS://balans.example.org:8443/bot",
        "http://127.0.0.1:3978, http://127.0.0.1:3978",
        "http://localhost:3978, http://localhost:3978",
        "http://[::1]:3978/, http://[::1]:3978"
    })
    void takeAnEncryptedAddressOrOneOnThisMachine(String url, String base) {
        assertThat(bound(Map.of("balans.reports.base-url", url)).base()).contains(URI.create(base));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://balans.example.org",
                "http://10.0.0.1",
                "http://localhost.example.org",
                "http://127.0.0.1.example.org",
                "balans.example.org",
                "//balans.example.org",
                "/reports",
                "https://",
                "https:balans",
                "ftp://balans.example.org",
                "javascript:alert(1)",
                "https://jan:geheim@balans.example.org",
                "https://balans.example.org?x",
                "https://balans.example.org#x",
                "https://balans example.org",
                "{}"
            })
    void refuseEveryOtherAddress(String url) {
        assertRefused("balans.reports.base-url", url, "balans.reports.base-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "23h", "366d", "-30d"})
    void refuseALifetimeOutOfRange(String lifetime) {
        assertRefused("balans.reports.link-lifetime", lifetime, "balans.reports.link-lifetime must be 1d to 365d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "365d"})
    void takeALifetimeAtTheEndsOfTheRange(String lifetime) {
        assertThat(bound(Map.of("balans.reports.link-lifetime", lifetime))).isNotNull();
    }

    private static void assertRefused(String name, String value, String reason) {
        assertThatThrownBy(() -> bound(Map.of(name, value))).rootCause().hasMessageStartingWith(reason);
    }

    private static ReportProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("balans.reports", ReportProperties.class);
    }
}
