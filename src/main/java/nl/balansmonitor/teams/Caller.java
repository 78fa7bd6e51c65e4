package nl.balansmonitor.teams;

import nl.balansmonitor.shared.Actor;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.spaces.Space;
import nl.balansmonitor.teams.botframework.Conversation;

/**
 * Who speaks to the bot, and where.
 *
 * @param language of the lines that only he reads; cards speak the language of the space
 */
record Caller(Space space, Conversation conversation, MemberId member, Language language) {

    Actor actor() {
        return space.actor(member);
    }

    Caller in(Space newer) {
        return new Caller(newer, conversation, member, language);
    }
}
