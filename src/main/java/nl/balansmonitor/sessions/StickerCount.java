package nl.balansmonitor.sessions;

import java.util.List;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.shared.Outcome;
import nl.balansmonitor.shared.StatementId;
import org.springframework.stereotype.Component;

/** Makes a tally of the ballots of a sticker round that is closed, in steps that can be taken again without harm. */
@Component
class StickerCount {

    private static final int SUGGESTED = 2;

    private final SessionStore store;
    private final PrivacyProperties privacy;

    StickerCount(SessionStore store, PrivacyProperties privacy) {
        this.store = store;
        this.privacy = privacy;
    }

    /** Counts the session's round and destroys its ballots, as far as that is still to be done. */
    Session of(Session session) {
        return switch (session.phase()) {
            case DECIDING -> countAndDelete(session);
            case REACTING -> session.uncounted() ? countAndDelete(session) : session;
            case CHOOSING, WRITING, STICKERING, CLOSING, CLOSED, CANCELLED -> session;
        };
    }

    private Session countAndDelete(Session session) {
        Session counted = session.uncounted() ? count(session) : session;
        store.deleteBallots(session, StickerRounds.ROUND);
        return counted;
    }

    /** The first count that is kept holds: ballots are deleted only after it, so that a second one may find fewer. */
    private Session count(Session session) {
        StickerRound round = session.stickers().orElseThrow();
        List<Stickers> ballots = store.ballots(session, StickerRounds.ROUND, Stickers.class).stream()
                .map(Document::content)
                .toList();
        Tally tally = Tally.of(round.statements(), ballots, privacy.minimumReactions());
        List<StatementId> most = tally.focus(SUGGESTED).statements();
        List<StatementId> suggestion = most.isEmpty() ? round.statements().subList(0, SUGGESTED) : most;
        store.decide(session.space(), session.id(), now -> {
            if (!now.underWay() || !now.uncounted()) {
                return Decision.leave(Outcome.accepted(now));
            }
            Session counted = now.counted(tally, suggestion);
            return Decision.write(counted, Outcome.accepted(counted));
        });
        return store.find(session.space(), session.id()).orElse(session);
    }
}
