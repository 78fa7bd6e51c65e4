package nl.balansmonitor.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises of queries. */
public abstract class QueryContractTest {

    record Statement(String theme, String text, Optional<String> author, int weight) {}

    private static final Partition ZWALUW = new Partition("De Zwaluw");

    /** The store under test; empty at the beginning of each test. */
    protected abstract Documents documents();

    @Test
    void findsAllOfAPartitionInTheOrderOfTheirIds() {
        createAll("c", "a", "b");
        documents().create(new Partition("De Gierzwaluw").key("x"), statement("", ""));

        assertThat(ids(Query.in(ZWALUW))).containsExactly("a", "b", "c");
        assertThat(ids(Query.in(new Partition("De Z")))).isEmpty();
    }

    @Test
    void givesDocumentsThatCanBeReplaced() {
        createAll("a");
        var found =
                documents().query(Query.in(ZWALUW), Statement.class).documents().getFirst();

        assertThat(documents().read(found.key(), Statement.class)).contains(found);
        assertThat(documents().replace(found, statement("werkdruk", "anders"))).isPresent();
    }

    @Test
    void findsIdsThatBeginAlike() {
        createAll("ballot:1:a", "ballot:1:b", "ballot:10:a", "ballot:2:a", "Ballot:1:c", "ballot", "ballot:1:");

        assertThat(ids(Query.in(ZWALUW).idsStartingWith("ballot:1:")))
                .containsExactly("ballot:1:", "ballot:1:a", "ballot:1:b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\"", "a*", "é", "\uD7FF", "\uFFFF", "😀", "\uDBFF\uDFFF", "zz\uDBFF\uDFFF"})
    void takesThePrefixForWhatItIs(String prefix) {
        createAll(prefix, prefix + "1", prefix + "\uDBFF\uDFFF", "a", "z", "zz", "zza", "\uE000", "\uD83D\uDE01");

        assertThat(ids(Query.in(ZWALUW).idsStartingWith(prefix)))
                .containsExactly(prefix, prefix + "1", prefix + "\uDBFF\uDFFF");
    }

    @Test
    void findsFieldsThatEqualAValue() {
        documents().create(ZWALUW.key("1"), statement("werkdruk", "rust"));
        documents().create(ZWALUW.key("2"), statement("werkdruk", "drukte"));
        documents().create(ZWALUW.key("3"), statement("Werkdruk", "rust"));
        documents().create(ZWALUW.key("4"), statement("scholing", "rust"));

        assertThat(ids(Query.in(ZWALUW).where("theme", "werkdruk"))).containsExactly("1", "2");
        assertThat(ids(Query.in(ZWALUW).where("theme", "werkdruk").where("text", "rust")))
                .containsExactly("1");
        assertThat(ids(Query.in(ZWALUW).where("nothing", "werkdruk"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "\"quoted\"", "100%", "' OR 1=1 --", "Zoë 日本 😀", "back\\slash", "line\nbreak", ""})
    void comparesAnyTextForWhatItIs(String text) {
        documents().create(ZWALUW.key("same"), statement("theme", text));
        documents().create(ZWALUW.key("other"), statement("theme", text + "x"));

        assertThat(ids(Query.in(ZWALUW).where("text", text))).containsExactly("same");
    }

    @Test
    void takesNoNumberObjectOrAbsentValueForAString() {
        documents().create(ZWALUW.key("1"), new Statement("theme", "text", Optional.empty(), 5));
        documents().create(ZWALUW.key("2"), new Nested(new Inner("b")));

        assertThat(ids(Query.in(ZWALUW).where("weight", "5"))).isEmpty();
        assertThat(ids(Query.in(ZWALUW).where("author", ""))).isEmpty();
        assertThat(ids(Query.in(ZWALUW).where("author", "null"))).isEmpty();
        assertThat(ids(Query.in(ZWALUW).where("theme", "{\"text\":\"b\"}"))).isEmpty();
    }

    record Inner(String text) {}

    record Nested(Inner theme) {}

    @Test
    void countsWhatAQueryFindsWhateverItsPagesAndOrder() {
        createAll("ballot:1:a", "ballot:1:b", "ballot:10:a", "ballot:2:a");
        documents().create(ZWALUW.key("ballot:1:c"), statement("werkdruk", "rust"));
        var first = Query.in(ZWALUW).idsStartingWith("ballot:1:");

        assertThat(documents().count(first)).isEqualTo(3);
        assertThat(documents().count(first.pagesOf(1).orderedBy("weight"))).isEqualTo(3);
        assertThat(documents().count(first.where("theme", "werkdruk"))).isEqualTo(1);
        assertThat(documents().count(Query.in(new Partition("De Gierzwaluw")))).isZero();
    }

    @Test
    void ordersByAFieldAndThenById() {
        documents().create(ZWALUW.key("3"), statement("werkdruk", "c"));
        documents().create(ZWALUW.key("2"), statement("scholing", "c"));
        documents().create(ZWALUW.key("1"), statement("werkdruk", "b"));

        assertThat(ids(Query.in(ZWALUW).orderedBy("theme"))).containsExactly("2", "1", "3");
        assertThat(ids(Query.in(ZWALUW).orderedBy("text"))).containsExactly("1", "2", "3");
    }

    @Test
    void ordersNumbersByTheirValueAndDocumentsWithoutOneFirst() {
        documents().create(ZWALUW.key("a"), new Statement("t", "t", Optional.of("Sanne"), 10));
        documents().create(ZWALUW.key("b"), new Statement("t", "t", Optional.empty(), 9));
        documents().create(ZWALUW.key("c"), new Statement("t", "t", Optional.of("Noor"), -1));

        assertThat(ids(Query.in(ZWALUW).orderedBy("weight"))).containsExactly("c", "b", "a");
        assertThat(ids(Query.in(ZWALUW).orderedBy("author"))).containsExactly("b", "c", "a");
    }

    @Test
    void pagesThroughAnOrderWithTiesNumbersAndAbsentValues() {
        for (int i = 0; i < 30; i++) {
            var author = i % 3 == 0 ? Optional.<String>empty() : Optional.of("member " + i % 4);
            documents().create(ZWALUW.key("s%02d".formatted(i)), new Statement("t", "t", author, i % 5));
        }

        for (var field : List.of("author", "weight", "theme")) {
            var query = Query.in(ZWALUW).orderedBy(field);
            assertThat(idsOfPages(query.pagesOf(4))).hasSize(30).isEqualTo(ids(query));
        }
    }

    @Test
    void endsWithTheLastFullPage() {
        createAll("1", "2", "3", "4");

        var first = documents().query(Query.in(ZWALUW).pagesOf(2), Statement.class);
        var second =
                documents().query(Query.in(ZWALUW).pagesOf(2).from(first.next().orElseThrow()), Statement.class);

        assertThat(first.documents()).extracting(d -> d.key().id()).containsExactly("1", "2");
        assertThat(second.documents()).extracting(d -> d.key().id()).containsExactly("3", "4");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void neitherSkipsNorDoublesWhenDocumentsComeAndGoBetweenPages() {
        var created = createAll("b", "d", "f", "h", "j");
        var query = Query.in(ZWALUW).orderedBy("theme").pagesOf(2);
        var first = documents().query(query, Statement.class);

        documents().delete(created.get(0));
        documents().delete(created.get(1)); // the very document where the page ended
        createAll("a", "c");

        assertThat(idsOfPages(query.from(first.next().orElseThrow()))).containsExactly("f", "h", "j");
    }

    @Test
    void pagesThroughWhatAFilterLeaves() {
        IntStream.range(10, 40)
                .forEach(i -> documents()
                        .create(ZWALUW.key("s:" + i), statement(i % 2 == 0 ? "even" : "odd", "text " + i % 3)));
        createAll("t:1");

        var query = Query.in(ZWALUW).idsStartingWith("s:").where("theme", "odd").orderedBy("text");
        assertThat(idsOfPages(query.pagesOf(4))).hasSize(15).isEqualTo(ids(query));
    }

    @Test
    void refusesToGoOnFromWhereNoPageEnded() {
        assertThatThrownBy(() -> documents().query(Query.in(ZWALUW).from("nowhere"), Statement.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Document<Statement>> createAll(String... ids) {
        var created = new ArrayList<Document<Statement>>();
        for (var id : ids) {
            documents().create(ZWALUW.key(id), statement("theme", "text " + id)).ifPresent(created::add);
        }
        return created;
    }

    private static Statement statement(String theme, String text) {
        return new Statement(theme, text, Optional.empty(), 1);
    }

    private List<String> ids(Query query) {
        return documents().query(query, Statement.class).documents().stream()
                .map(document -> document.key().id())
                .toList();
    }

    private List<String> idsOfPages(Query query) {
        var ids = new ArrayList<String>();
        var next = Optional.of(query);
        for (int pages = 0; next.isPresent() && pages < 100; pages++) {
            var page = documents().query(next.get(), Statement.class);
            assertThat(page.documents().size()).isBetween(1, query.pageSize());
            page.documents().forEach(document -> ids.add(document.key().id()));
            next = page.next().map(query::from);
        }
        return ids;
    }
}
