package nl.balansmonitor.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises of single documents; {@link QueryContractTest} has what it promises of queries. */
public abstract class DocumentsContractTest {

    enum Mood {
        CALM,
        RESTLESS
    }

    record Diary(
            String text,
            int pages,
            Mood mood,
            Instant written,
            LocalDate day,
            Optional<String> remark,
            List<String> tags,
            Map<String, Integer> counts) {}

    record Count(long value) {}

    record OldNote(String text) {}

    record NewNote(String text, Optional<String> author, int stars, boolean archived) {}

    private static final Partition ZWALUW = new Partition("De Zwaluw, onderbouw");
    private static final Partition BOVENBOUW = new Partition("De Zwaluw, bovenbouw");
    private static final Key NOTE = ZWALUW.key("note:1");

    /** The store under test; empty at the beginning of each test. */
    protected abstract Documents documents();

    @Test
    void readsBackWhatWasCreated() {
        var diary = new Diary(
                "Wie \"helpt\" mij? It's 'fine'; 100% \\ \n 😀",
                3,
                Mood.RESTLESS,
                Instant.parse("2026-03-02T10:15:30.123456789Z"),
                LocalDate.of(2026, 3, 2),
                Optional.of("né"),
                List.of("a", "b"),
                Map.of("één", 1));

        var created = documents().create(NOTE, diary).orElseThrow();

        assertThat(created.content()).isEqualTo(diary);
        assertThat(documents().read(NOTE, Diary.class)).contains(created);
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(documents().read(NOTE, OldNote.class)).isEmpty();
    }

    @Test
    void keepsTheFirstWhenADocumentIsCreatedTwice() {
        var first = documents().create(NOTE, new OldNote("first")).orElseThrow();

        assertThat(documents().create(NOTE, new OldNote("second"))).isEmpty();
        assertThat(documents().read(NOTE, OldNote.class)).contains(first);
    }

    @Test
    void replacesTheVersionThatWasRead() {
        documents().create(NOTE, new OldNote("before"));
        var read = documents().read(NOTE, OldNote.class).orElseThrow();

        var replaced = documents().replace(read, new OldNote("after")).orElseThrow();

        assertThat(replaced.content().text()).isEqualTo("after");
        assertThat(documents().read(NOTE, OldNote.class)).contains(replaced);
    }

    @Test
    void refusesToReplaceAVersionThatIsNoLongerThere() {
        var first = documents().create(NOTE, new OldNote("first")).orElseThrow();
        var second = documents().replace(first, new OldNote("second")).orElseThrow();

        assertThat(documents().replace(first, new OldNote("third"))).isEmpty();
        assertThat(documents().read(NOTE, OldNote.class)).contains(second);
    }

    @Test
    void refusesToReplaceADeletedDocument() {
        var version = documents().create(NOTE, new OldNote("first")).orElseThrow();
        assertThat(documents().delete(version)).isTrue();

        assertThat(documents().replace(version, new OldNote("back"))).isEmpty();
        assertThat(documents().read(NOTE, OldNote.class)).isEmpty();
    }

    @Test
    void takesADocumentThatWasCreatedAnewForAnother() {
        var version = documents().create(NOTE, new OldNote("same")).orElseThrow();
        documents().delete(version);
        var anew = documents().create(NOTE, new OldNote("same")).orElseThrow();

        assertThat(documents().replace(version, new OldNote("late"))).isEmpty();
        assertThat(documents().delete(version)).isFalse();
        assertThat(documents().read(NOTE, OldNote.class)).contains(anew);
    }

    @Test
    void deletesOnlyTheVersionGivenAndOnlyOnce() {
        var first = documents().create(NOTE, new OldNote("first")).orElseThrow();
        var second = documents().replace(first, new OldNote("second")).orElseThrow();

        assertThat(documents().delete(first)).isFalse();
        assertThat(documents().read(NOTE, OldNote.class)).contains(second);
        assertThat(documents().delete(second)).isTrue();
        assertThat(documents().delete(second)).isFalse();
        assertThat(documents().read(NOTE, OldNote.class)).isEmpty();
    }

    @Test
    void givesEveryVersionAnEtagOfItsOwnEvenIfNothingChanged() {
        var first = documents().create(NOTE, new OldNote("same")).orElseThrow();
        var second = documents().replace(first, new OldNote("same")).orElseThrow();
        var third = documents().replace(second, new OldNote("same")).orElseThrow();

        assertThat(Stream.of(first, second, third).map(Document::etag)).doesNotHaveDuplicates();
    }

    @Test
    void keepsPartitionsApart() {
        var here = documents().create(NOTE, new OldNote("here")).orElseThrow();
        var there = documents()
                .create(BOVENBOUW.key(NOTE.id()), new OldNote("there"))
                .orElseThrow();

        assertThat(documents().delete(new Document<>(there.key(), there.content(), here.etag())))
                .isFalse();
        assertThat(documents().delete(here)).isTrue();
        assertThat(documents().read(there.key(), OldNote.class)).contains(there);
        assertThat(documents().readMany(ZWALUW, List.of(NOTE.id()), OldNote.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "\"quoted\"",
                "50%_*",
                "ja; DROP TABLE documents;--",
                "Zoë é ß",
                "日本 😀",
                "a:b@c+d=e",
                " "
            })
    void takesAnyIdForWhatItIs(String id) {
        var created =
                documents().create(new Partition(id).key(id), new OldNote(id)).orElseThrow();

        assertThat(documents().read(created.key(), OldNote.class)).contains(created);
        assertThat(documents().readMany(new Partition(id), List.of(id, "other"), OldNote.class))
                .containsExactly(created);
        assertThat(documents().delete(created)).isTrue();
    }

    @Test
    void readsThoseThatExistOfMany() {
        for (int i = 0; i < 30; i++) {
            documents().create(ZWALUW.key("note:" + i), new OldNote("note " + i));
        }
        var wanted = IntStream.range(20, 1_020).mapToObj(i -> "note:" + i).toList();

        assertThat(documents().readMany(ZWALUW, wanted, OldNote.class))
                .extracting(document -> document.content().text())
                .containsExactlyInAnyOrder(
                        IntStream.range(20, 30).mapToObj(i -> "note " + i).toArray(String[]::new));
    }

    @Test
    void readsADocumentOnceThatIsAskedForTwiceAndNoneIfNoneIsAskedFor() {
        documents().create(NOTE, new OldNote("one"));

        assertThat(documents().readMany(ZWALUW, List.of(NOTE.id(), NOTE.id()), OldNote.class))
                .hasSize(1);
        assertThat(documents().readMany(ZWALUW, List.of(), OldNote.class)).isEmpty();
    }

    @Test
    void refusesToReadMoreThanAThousandAtOnce() {
        var ids = IntStream.rangeClosed(0, 1_000).mapToObj(i -> "note:" + i).toList();

        assertThatThrownBy(() -> documents().readMany(ZWALUW, ids, OldNote.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatANewerProgramWroteAndWhatAnOlderOneDidNotYetWrite() {
        documents().create(ZWALUW.key("new"), new NewNote("new", Optional.of("Noor"), 4, true));
        documents().create(ZWALUW.key("old"), new OldNote("old"));

        assertThat(documents().read(ZWALUW.key("new"), OldNote.class))
                .map(Document::content)
                .contains(new OldNote("new"));
        assertThat(documents().read(ZWALUW.key("old"), NewNote.class))
                .map(Document::content)
                .contains(new NewNote("old", Optional.empty(), 0, false));
    }

    @Test
    void holdsADocumentOfAMegabyte() {
        var megabyte = "Zoë 😀 ".repeat(100_000);
        var created = documents().create(NOTE, new OldNote(megabyte)).orElseThrow();

        assertThat(documents().read(NOTE, OldNote.class)).contains(created);
        assertThat(documents().replace(created, new OldNote("small"))).isPresent();
    }

    @Test
    void losesNoUpdateWhenEightThreadsCount() throws Exception {
        documents().create(NOTE, new Count(0));

        inEightThreads(() -> {
            for (int done = 0; done < 50; ) {
                var read = documents().read(NOTE, Count.class).orElseThrow();
                var next = new Count(read.content().value() + 1);
                done += documents().replace(read, next).isPresent() ? 1 : 0;
            }
            return true;
        });

        assertThat(documents().read(NOTE, Count.class).orElseThrow().content()).isEqualTo(new Count(400));
    }

    @Test
    void letsOneWinWhenEightThreadsCreateTheSame() throws Exception {
        for (int round = 0; round < 20; round++) {
            var key = ZWALUW.key("race:" + round);

            var won = inEightThreads(() -> documents().create(key, new OldNote("mine")));

            assertThat(won).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    @Test
    void keepsWhatIsAliveWhenTracesAreErased() {
        var kept = documents().create(NOTE, new OldNote("kept")).orElseThrow();
        documents()
                .delete(documents()
                        .create(ZWALUW.key("gone"), new OldNote("gone"))
                        .orElseThrow());

        documents().eraseTraces();
        documents().eraseTraces();

        assertThat(documents().read(NOTE, OldNote.class)).contains(kept);
        assertThat(documents().replace(kept, new OldNote("changed"))).isPresent();
    }

    private static <T> List<T> inEightThreads(Callable<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(Collections.nCopies(8, task))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
