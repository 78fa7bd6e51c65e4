package nl.balansmonitor.teams;

import java.util.Locale;
import java.util.Optional;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.teams.botframework.RosterMember;

/**
 * A person in a conversation, by the id that everything else knows him by.
 *
 * @param guest whether he is a guest of the tenant
 */
record Member(MemberId id, String teamsId, String name, boolean guest) {

    static Member of(RosterMember listed) {
        return new Member(
                idOf(listed.teamsId(), listed.aadObjectId()), listed.teamsId(), listed.name(), listed.guest());
    }

    /** The Entra object id, which is the same in every client; Teams' own id for those who have none. */
    static MemberId idOf(String teamsId, Optional<String> aadObjectId) {
        return new MemberId(aadObjectId.map(id -> id.toLowerCase(Locale.ROOT)).orElse(teamsId));
    }
}
