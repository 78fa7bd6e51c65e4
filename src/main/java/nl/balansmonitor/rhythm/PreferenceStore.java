package nl.balansmonitor.rhythm;

import nl.balansmonitor.documents.Decision;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.springframework.stereotype.Component;

/** Where the preferences of the spaces are kept. */
@Component
class PreferenceStore {

    private final Documents documents;

    PreferenceStore(Documents documents) {
        this.documents = documents;
    }

    /** The usual ones for a space that chose none. */
    Preferences of(SpaceId space) {
        return documents
                .read(key(space), Preferences.class)
                .map(Document::content)
                .orElse(Preferences.USUAL);
    }

    void set(SpaceId space, Preferences wanted) {
        if (documents.create(key(space), wanted).isEmpty()) {
            documents.decide(key(space), Preferences.class, (Preferences before) -> Decision.write(wanted, wanted));
        }
    }

    private static Key key(SpaceId space) {
        return Space.partition(space).key("preferences");
    }
}
