package nl.balansmonitor.sessions;

import static nl.balansmonitor.sessions.Zwaluw.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SessionKeyTest {

    /** The bytes 0 to 31. */
    private static final SessionKey COUNTING = new SessionKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

    /** Computed with Python's hmac. */
    @Test
    void makesAPseudonymByHmacSha256() {
        assertThat(COUNTING.pseudonymOf(new MemberId("8e1f0a52-0000-4000-8000-000000000003")))
                .isEqualTo("11598dbcb259eee034cf61c441f0845a77b447d10f8a5e8a2222924e516e879f");
    }

    @Test
    void givesAMemberOnePseudonymAndEveryMemberAnother() {
        assertThat(COUNTING.pseudonymOf(member(1))).isEqualTo(COUNTING.pseudonymOf(member(1)));
        assertThat(IntStream.range(0, 100).mapToObj(i -> COUNTING.pseudonymOf(member(i))))
                .doesNotHaveDuplicates();
    }

    @Test
    void givesAMemberAnotherPseudonymInEverySession() {
        var random = new SecureRandom();
        assertThat(Stream.generate(() -> SessionKey.random(random)).limit(100).map(key -> key.pseudonymOf(member(1))))
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheRandomBytesThatWereDrawn() {
        var ones = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                assertThat(bytes).hasSize(32);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) i;
                }
            }
        };
        assertThat(SessionKey.random(ones)).isEqualTo(COUNTING);
    }

    @Test
    void isNotShownByWhatHoldsIt() {
        var session = new Session(
                new SessionId("s"),
                new SpaceId("p"),
                member(1),
                Phase.REACTING,
                Instant.EPOCH,
                List.of(),
                List.of(),
                COUNTING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(List.of(COUNTING.toString(), session.toString()))
                .noneMatch(shown -> shown.contains(COUNTING.value()));
    }

    @Test
    void isStoredAsOneText() {
        String json = JsonMapper.shared().writeValueAsString(COUNTING);
        assertThat(json).isEqualTo('"' + COUNTING.value() + '"');
        assertThat(JsonMapper.shared().readValue(json, SessionKey.class)).isEqualTo(COUNTING);
    }
}
