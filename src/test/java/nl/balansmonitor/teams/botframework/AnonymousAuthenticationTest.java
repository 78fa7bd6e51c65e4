package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;

import nl.balansmonitor.teams.botframework.Authentication.Verdict.Authentic;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymousAuthenticationTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:56150/_connector,true",
        "http://127.0.0.1:9000/,true",
        "http://[::1]:9000/,true",
        "https://smba.example/emea/,false",
        "http://localhost.evil.example/,false",
        "nonsense,false"
    })
    void confirmsServiceUrlsOnThisMachineOnly(String serviceUrl, boolean confirmed) {
        assertThat(new AnonymousAuthentication().judge(null))
                .asInstanceOf(InstanceOfAssertFactories.type(Authentic.class))
                .satisfies(authentic ->
                        assertThat(authentic.confirms().test(serviceUrl)).isEqualTo(confirmed));
    }
}
