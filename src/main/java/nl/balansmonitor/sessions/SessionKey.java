package nl.balansmonitor.sessions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.Pseudonyms;

/**
 * The secret of one session, 256 random bits: while it exists a member finds his own ballot again, and once it is destroyed nothing
 * links a ballot to a person.
 */
record SessionKey(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    SessionKey {}

    static SessionKey random(SecureRandom random) {
        return new SessionKey(Pseudonyms.randomKey(random));
    }

    /** The name under which this member's ballots are kept. */
    String pseudonymOf(MemberId member) {
        return Pseudonyms.of(value, member.value());
    }

    @Override
    public String toString() {
        return "SessionKey[secret]";
    }
}
