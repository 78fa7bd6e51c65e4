package nl.balansmonitor.reports;

import java.security.SecureRandom;
import java.util.Optional;
import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** The key of every space, which lies among the space's own documents. */
@Component
class LinkKeys {

    private final Documents documents;
    private final SecureRandom random;

    LinkKeys(Documents documents, SecureRandom random) {
        this.documents = documents;
        this.random = random;
    }

    /** Made now if there is none; of two who make one at the same time, both get the first one's. */
    LinkKey of(SpaceId space) {
        Optional<LinkKey> known = find(space);
        if (known.isPresent()) {
            return known.get();
        }
        LinkKey fresh = LinkKey.random(random);
        return documents.create(key(space), fresh).isPresent()
                ? fresh
                : find(space).orElseThrow();
    }

    /** Empty if no link was ever made in this space. */
    Optional<LinkKey> find(SpaceId space) {
        return documents.read(key(space), LinkKey.class).map(Document::content);
    }

    /** Puts another key in the place of this space's; where none was made, nothing was signed and nothing changes. */
    void replace(SpaceId space) {
        LinkKey fresh = LinkKey.random(random);
        documents.decide(key(space), LinkKey.class, old -> Decision.write(fresh, fresh));
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("links");
    }
}
