package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import nl.balansmonitor.teams.botframework.BotProperties.AppType;
import nl.balansmonitor.teams.botframework.Registration.Anonymous;
import nl.balansmonitor.teams.botframework.Registration.ManagedIdentity;
import nl.balansmonitor.teams.botframework.Registration.SingleTenant;
import okhttp3.HttpUrl;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RegistrationTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String SECRET = "fictional-secret";

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesToStartWithoutAnAppId(String appId) {
        assertThatThrownBy(() -> registration(properties(appId, AppType.SINGLE_TENANT, SECRET, false), LOOPBACK))
                .isInstanceOf(InvalidRegistrationException.class)
                .hasMessageContaining("balans.bot.app-id");
    }

    @Test
    void endsTheStartWithALineThatNamesTheProperty(CapturedOutput output) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(BotFrameworkConfiguration.class, EdgeApplication.class);
        assertThatThrownBy(() -> application.run("--server.port=0", "--balans.bot.app-id="))
                .hasRootCauseInstanceOf(InvalidRegistrationException.class);
        assertThat(output)
                .containsPattern("Description:\\R\\Rbalans\\.bot\\.app-id is missing or blank.*\\R\\R"
                        + "Action:\\R\\RSet balans\\.bot\\.app-id");
    }

    @Test
    void letsABotWithoutAnAppIdStartOnLoopbackIfAllowed() {
        assertThat(registration(properties("", AppType.SINGLE_TENANT, "", true), LOOPBACK))
                .isEqualTo(new Anonymous());
    }

    @Test
    void keepsAnonymousRequestsOffTheNetwork() throws UnknownHostException {
        BotProperties anonymous = properties("", AppType.SINGLE_TENANT, "", true);
        InetAddress lan = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        assertThatThrownBy(() -> registration(anonymous, null)).isInstanceOf(InvalidRegistrationException.class);
        assertThatThrownBy(() -> registration(anonymous, lan)).isInstanceOf(InvalidRegistrationException.class);
    }

    @Test
    void demandsTokensOfABotWithAnAppIdEvenWhereAnonymousIsAllowed() {
        assertThat(registration(properties("app", AppType.SINGLE_TENANT, SECRET, true), LOOPBACK))
                .isInstanceOf(SingleTenant.class);
    }

    @Test
    void refusesASingleTenantBotWithoutASecret() {
        assertThatThrownBy(() -> registration(properties("app", AppType.SINGLE_TENANT, " ", false), null))
                .hasMessageContaining("balans.bot.app-secret");
    }

    @Test
    void refusesASingleTenantBotWithoutATenant() {
        assertThatThrownBy(() -> registration(singleTenant(" ", "", ""), null))
                .hasMessageContaining("balans.bot.tenant-id");
    }

    @Test
    void refusesAddressesThatAreNone() {
        assertThatThrownBy(() -> registration(singleTenant("zwaluw", "login.example.org/keys", ""), null))
                .hasMessageContaining("balans.bot.openid-metadata is not an http or https address");
        assertThatThrownBy(() -> registration(singleTenant("zwaluw", "", "ftp://login.example.org"), null))
                .hasMessageContaining("balans.bot.token-endpoint is not an http or https address");
    }

    @Test
    void needsNeitherSecretNorTenantForAManagedIdentity() {
        BotProperties properties = new BotProperties(
                "client-id", AppType.USER_ASSIGNED_MSI, "", "", "", "", "", Duration.ofSeconds(1), false);
        assertThat(registration(properties, null))
                .isEqualTo(new ManagedIdentity(
                        "client-id", HttpUrl.get("https://login.botframework.com/v1/.well-known/openidconfiguration")));
    }

    @Test
    void warnsOfASecretThatAManagedIdentityDoesNotUse(CapturedOutput output) {
        registration(properties("app", AppType.USER_ASSIGNED_MSI, SECRET, false), null);
        assertThat(output).contains("balans.bot.app-secret not used").doesNotContain(SECRET, "token-endpoint");
    }

    @Test
    void asksMicrosoftForTokensOfItsTenantUnlessToldOtherwise() {
        assertThat(registration(properties("app", AppType.SINGLE_TENANT, SECRET, false), null))
                .asInstanceOf(InstanceOfAssertFactories.type(SingleTenant.class))
                .satisfies(app -> assertThat(app.tokenEndpoint())
                        .hasToString("https://login.microsoftonline.com/zwaluw/oauth2/v2.0/token"));
    }

    @Test
    void neverPrintsTheSecret() {
        BotProperties properties = properties("app", AppType.SINGLE_TENANT, SECRET, false);
        assertThat(properties.toString() + registration(properties, null)).doesNotContain(SECRET);
    }

    private static Registration registration(BotProperties configured, @Nullable InetAddress serverAddress) {
        return Registration.of(configured, serverAddress, new DefaultSslBundleRegistry(), Clock.systemUTC());
    }

    private static BotProperties properties(String appId, AppType type, String secret, boolean allowAnonymous) {
        return new BotProperties(appId, type, secret, "", "zwaluw", "", "", Duration.ofSeconds(1), allowAnonymous);
    }

    private static BotProperties singleTenant(String tenant, String openidMetadata, String tokenEndpoint) {
        return new BotProperties(
                "app",
                AppType.SINGLE_TENANT,
                SECRET,
                "",
                tenant,
                openidMetadata,
                tokenEndpoint,
                Duration.ofSeconds(1),
                false);
    }
}
