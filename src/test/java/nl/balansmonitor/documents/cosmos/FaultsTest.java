package nl.balansmonitor.documents.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.balansmonitor.Finding;
import nl.balansmonitor.documents.Document;
import nl.balansmonitor.documents.Key;
import nl.balansmonitor.documents.Partition;
import nl.balansmonitor.documents.Query;
import nl.balansmonitor.documents.StorageUnavailableException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fault meets every operation: the caller gets the answer or is told in time, and the store holds what he was told. */
class FaultsTest {

    record Note(String text) {}

    private enum Operation {
        CREATE,
        READ,
        REPLACE,
        DELETE,
        READ_MANY,
        QUERY,
        COUNT
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** For a slow machine; without the timeout the SDK would let an operation hang for a minute. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private static final Note BEFORE = new Note("before");
    private static final Note AFTER = new Note("after");

    private static FaultProxy proxy;
    private static CosmosDocuments documents;

    private static int injected;
    private static int unnoticed;
    private static int told;

    @BeforeAll
    static void start() {
        proxy = FaultProxy.before(CosmosPeer.shared().address());
        var settings = CosmosPeer.settings(proxy.address(), "timeout=" + TIMEOUT.toMillis() + "ms");
        documents = Start.connect(Account.of(settings, new SimpleMeterRegistry()), new SecureRandom());
    }

    @AfterAll
    static void stop() {
        documents.close();
        proxy.close();
        Finding.say(
                "Cosmos DB: %d faults injected, %d survived (%d without the caller noticing, %d told as unavailable)"
                        .formatted(injected, unnoticed + told, unnoticed, told));
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @TestFactory
    Stream<DynamicTest> tellsTheTruthWhateverHappensToWhateverItDoes() {
        return Arrays.stream(Fault.values())
                .flatMap(fault -> Arrays.stream(Operation.values())
                        .map(operation -> dynamicTest(fault + " at " + operation, () -> survives(fault, operation))));
    }

    private void survives(Fault fault, Operation operation) {
        var partition = new Partition("De Zwaluw, " + fault + " at " + operation);
        Key key = partition.key("note");
        Optional<Document<Note>> existing =
                operation == Operation.CREATE ? Optional.empty() : documents.create(key, BEFORE);

        proxy.inject(fault);
        injected++;
        long begin = System.nanoTime();
        Optional<Boolean> answer = perform(operation, key, existing);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        proxy.heal();

        assertThat(proxy.injected()).as("requests befallen").isPositive();
        assertThat(took).as("within the timeout").isLessThan(TIMEOUT.plus(SLACK));
        assertThat(answer.isPresent()).as("answered").isEqualTo(isHidden(fault, operation));
        assertHolds(partition, possible(operation, answer.isPresent()));
        count(answer.isPresent());
    }

    private static void count(boolean answered) {
        unnoticed += answered ? 1 : 0;
        told += answered ? 0 : 1;
    }

    /** @return what was answered: always that it was done or found; empty if the store was said to be unavailable */
    private static Optional<Boolean> perform(Operation operation, Key key, Optional<Document<Note>> existing) {
        var all = Query.in(key.partition());
        try {
            boolean answer = switch (operation) {
                case CREATE -> documents.create(key, AFTER).isPresent();
                case READ -> documents.read(key, Note.class).equals(existing);
                case REPLACE -> documents.replace(existing.orElseThrow(), AFTER).isPresent();
                case DELETE -> documents.delete(existing.orElseThrow());
                case READ_MANY ->
                    documents
                            .readMany(key.partition(), List.of(key.id(), "other"), Note.class)
                            .equals(existing.stream().toList());
                case QUERY ->
                    documents
                            .query(all, Note.class)
                            .documents()
                            .equals(existing.stream().toList());
                case COUNT -> documents.count(all) == 1;
            };
            assertThat(answer).as("the right answer").isTrue();
            return Optional.of(true);
        } catch (StorageUnavailableException told) {
            return Optional.empty();
        }
    }

    /** One that passes is, unless nothing can tell any more whether a delete was done. */
    private static boolean isHidden(Fault fault, Operation operation) {
        return !fault.isLasting() && !(fault == Fault.ANSWER_LOST && operation == Operation.DELETE);
    }

    private static List<List<Note>> possible(Operation operation, boolean answered) {
        List<Note> before = operation == Operation.CREATE ? List.of() : List.of(BEFORE);
        List<Note> after = switch (operation) {
            case CREATE, REPLACE -> List.of(AFTER);
            case DELETE -> List.of();
            case READ, READ_MANY, QUERY, COUNT -> before;
        };
        return answered ? List.of(after) : List.of(before, after);
    }

    private static void assertHolds(Partition partition, List<List<Note>> possible) {
        List<Note> held = documents.all(Query.in(partition), Note.class).stream()
                .map(Document::content)
                .toList();
        assertThat(held).isIn(possible);
    }
}
