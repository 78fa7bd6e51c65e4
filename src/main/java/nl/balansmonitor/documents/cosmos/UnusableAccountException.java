package nl.balansmonitor.documents.cosmos;

import com.azure.cosmos.ConsistencyLevel;
import java.time.Duration;
import java.util.List;
import nl.balansmonitor.documents.StorageSettings;
import nl.balansmonitor.documents.stores.UnusableStoreException;
import org.jspecify.annotations.Nullable;

/** The account, its database or its container can't be used as it is: the operator has to do something. */
final class UnusableAccountException extends UnusableStoreException {

    private static final long serialVersionUID = 1;

    private UnusableAccountException(
            StorageSettings.Cosmos place, String problem, String action, @Nullable Throwable cause) {
        super(
                "The Azure Cosmos DB account " + place.endpoint().orElseThrow() + " " + problem + ".",
                action + ".",
                cause);
    }

    static UnusableAccountException unreachable(StorageSettings.Cosmos place, Duration waited, Throwable cause) {
        return new UnusableAccountException(
                place,
                "has not answered for " + waited.toSeconds() + " s (" + Failure.describe(cause) + ")",
                "Check balans.storage.cosmos.endpoint, the account's state and its firewall; to wait longer at start, raise"
                        + " balans.storage.cosmos.startup-patience",
                cause);
    }

    static UnusableAccountException noEntry(StorageSettings.Cosmos place, Throwable cause) {
        return new UnusableAccountException(
                place,
                "refuses " + (place.key().isPresent() ? "the key" : "the managed identity") + " ("
                        + Failure.describe(cause) + ")",
                place.key().isPresent()
                        ? "Set balans.storage.cosmos.key to the account's primary or secondary read-write key"
                        : "Give the identity the account's role Cosmos DB Built-in Data Contributor"
                                + " (00000000-0000-0000-0000-000000000002)",
                cause);
    }

    static UnusableAccountException noIdentity(StorageSettings.Cosmos place, Throwable cause) {
        return new UnusableAccountException(
                place,
                "needs a managed identity and there is none here (" + cause.getMessage() + ")",
                "Give this host a managed identity (with balans.storage.cosmos.client-id if it is user-assigned), or set"
                        + " balans.storage.cosmos.key",
                cause);
    }

    static UnusableAccountException missing(StorageSettings.Cosmos place, String resource, Throwable cause) {
        return new UnusableAccountException(
                place,
                "has no " + resource + ", and a managed identity can't make one",
                "Let the deployment make it, with the partition key /pk and the indexes of docs/cosmos.md, or set"
                        + " balans.storage.cosmos.key",
                cause);
    }

    static UnusableAccountException weak(StorageSettings.Cosmos place, ConsistencyLevel level) {
        return new UnusableAccountException(
                place,
                "has the default consistency " + level + ": a closing session might not see every acknowledged vote",
                "Set the account's default consistency to Strong, or to Bounded staleness if it has one region",
                null);
    }

    static UnusableAccountException lagging(StorageSettings.Cosmos place) {
        return new UnusableAccountException(
                place,
                "has the default consistency Bounded staleness, with which only the region it writes in shows every"
                        + " acknowledged vote, and balans.storage.cosmos.preferred-regions names others",
                "Remove balans.storage.cosmos.preferred-regions, or set the account's default consistency to Strong",
                null);
    }

    static UnusableAccountException partitionedBy(StorageSettings.Cosmos place, List<String> paths) {
        return new UnusableAccountException(
                place,
                "has a container " + place.container() + " that is partitioned by " + String.join(", ", paths)
                        + " instead of /pk",
                "Set balans.storage.cosmos.container to another name; a container's partition key can't be changed",
                null);
    }

    static UnusableAccountException forgetful(StorageSettings.Cosmos place, int seconds) {
        return new UnusableAccountException(
                place,
                "has a container " + place.container() + " that deletes every document after " + seconds + " s",
                "Turn off the container's time to live",
                null);
    }

    static UnusableAccountException withoutIndexes(StorageSettings.Cosmos place, List<String> fields) {
        return new UnusableAccountException(
                place,
                "has a container " + place.container() + " without a composite index on /id and each of "
                        + String.join(
                                ", ", fields.stream().map("/body/"::concat).toList()),
                "Add the composite indexes of docs/cosmos.md to the container's indexing policy",
                null);
    }
}
