package nl.balansmonitor.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.balansmonitor.Rooms;
import nl.balansmonitor.documents.Documents;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import nl.balansmonitor.spaces.Space;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportLinksTest {

    private static final int ROUNDS = 20;
    private static final SessionId SESSION = new SessionId("0123456789abcdef01234567");
    private static final Instant EXPIRES = Instant.parse("2026-12-21T10:00:00Z");
    private static final String BASE = "https://balans.example.org";

    private static Rooms rooms;

    private SpaceId zwaluw;

    @BeforeAll
    static void open(@TempDir Path folder) {
        rooms = Rooms.over(folder.resolve("test.db"));
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void anotherSpace() {
        zwaluw = rooms.newSpace();
    }

    @Test
    void areTheSameForTheSameArguments() {
        URI link = links(BASE).toReport(zwaluw, SESSION, EXPIRES).orElseThrow();
        assertThat(link.toString()).startsWith(BASE + "/reports/").hasSizeLessThan(400);
        assertThat(links(BASE).toReport(zwaluw, SESSION, EXPIRES)).contains(link);
        assertThat(links(BASE).toReport(zwaluw, SESSION, EXPIRES.plusMillis(999)))
                .contains(link);
        assertThat(links(BASE + "/").toReport(zwaluw, SESSION, EXPIRES)).contains(link);
        assertThat(List.of(
                        link,
                        links(BASE)
                                .toReport(zwaluw, SESSION, EXPIRES.plusSeconds(1))
                                .orElseThrow(),
                        links(BASE)
                                .toReport(zwaluw, new SessionId("x"), EXPIRES)
                                .orElseThrow(),
                        links(BASE).toReport(rooms.newSpace(), SESSION, EXPIRES).orElseThrow(),
                        links(BASE).toExport(zwaluw, EXPIRES).orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void lieBelowAPathToo() {
        assertThat(links(BASE + "/balans")
                        .toExport(zwaluw, EXPIRES)
                        .orElseThrow()
                        .toString())
                .startsWith(BASE + "/balans/reports/ey");
    }

    @Test
    void areNoneWithoutAnAddressAndThenNoKeyIsMade() {
        assertThat(links("").toReport(zwaluw, SESSION, EXPIRES)).isEmpty();
        assertThat(links(" ").toExport(zwaluw, EXPIRES)).isEmpty();
        assertThat(keys().find(zwaluw)).isEmpty();
    }

    @Test
    void areOthersOnceTheyWereWithdrawn() {
        ReportLinks links = links(BASE);
        URI link = links.toReport(zwaluw, SESSION, EXPIRES).orElseThrow();
        SpaceId other = rooms.newSpace();
        URI ofOther = links.toReport(other, SESSION, EXPIRES).orElseThrow();

        links.withdraw(zwaluw);

        assertThat(links.toReport(zwaluw, SESSION, EXPIRES).orElseThrow()).isNotEqualTo(link);
        assertThat(links.toReport(other, SESSION, EXPIRES)).contains(ofOther);
    }

    @Test
    void needNoKeyToBeWithdrawn() {
        links(BASE).withdraw(zwaluw);
        assertThat(keys().find(zwaluw)).isEmpty();
    }

    @Test
    void haveAKeyOfTheirOwnInEverySpaceAmongItsDocuments() {
        SpaceId other = rooms.newSpace();
        assertThat(keys().of(zwaluw)).isNotEqualTo(keys().of(other));
        assertThat(rooms.get(Documents.class).read(Space.partition(zwaluw).key("links"), LinkKey.class))
                .hasValueSatisfying(
                        document -> assertThat(document.content().secret()).hasSize(43));
    }

    @Test
    void haveOneKeyHoweverManyMakeItAtOnce() throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                SpaceId space = rooms.newSpace();
                var both = new CyclicBarrier(2);
                List<Future<LinkKey>> made = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    made.add(executor.submit(() -> {
                        both.await();
                        return keys().of(space);
                    }));
                }
                assertThat(made.get(0).get()).isEqualTo(made.get(1).get());
            }
        }
    }

    private static ReportLinks links(String base) {
        return new ReportLinks(keys(), new ReportProperties(base, Duration.ofDays(30)));
    }

    /** Each one an instance of the bot. */
    private static LinkKeys keys() {
        return new LinkKeys(rooms.get(Documents.class), new SecureRandom());
    }
}
