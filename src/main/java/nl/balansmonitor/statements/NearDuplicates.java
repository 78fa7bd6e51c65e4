package nl.balansmonitor.statements;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.reducing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.shared.Language;
import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * Points out statements that say nearly the same, for a person to judge: the cosine between their words' letter triples, once the words
 * that any sentence has are left out. Triples forgive another ending or word order, which edit distances don't; leaving out the little
 * words sets apart "tablets bij rekenen" from "tablets bij gym". Synonyms are not seen through.
 */
public final class NearDuplicates {

    /**
     * Ours, found by trying on sentences such as a school team writes: the same thought in other little words, in another order or with a
     * word more lies at 0.84 and above, the same sentence about another subject ("ouders weten", "leerlingen weten") at 0.80 and below;
     * among the ready-made statements no two come above 0.55.
     */
    static final double NEAR = 0.82;

    private static final int LETTERS = 3;

    /** Articles, pronouns, prepositions, and forms of to be and to have, Dutch and English; never a negation. */
    private static final Set<String> LITTLE_WORDS = Set.of(
            "de", "het", "een", "ik", "wij", "we", "ons", "onze", "mijn", "ze", "zij", "er", "is", "zijn", "als", "om",
            "te", "voor", "in", "op", "van", "met", "over", "bij", "en", "of", "dat", "die", "aan", "door", "s",
            "wordt", "worden", "heb", "hebben", "heeft", "the", "a", "an", "i", "our", "my", "they", "there", "are",
            "and", "to", "on", "for", "with", "that", "at", "by", "have", "has");

    private NearDuplicates() {}

    /**
     * Two statements that say nearly the same.
     *
     * @param similarity {@value #NEAR} to 1
     */
    public record Pair(Statement proposal, Statement other, double similarity) {}

    /**
     * The pairs among proposals, and of a proposal with a statement of the deck; the most alike first.
     *
     * @param language in which they are compared
     */
    public static List<Pair> among(List<Statement> proposals, List<Statement> deck, Language language) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < proposals.size(); i++) {
            Statement proposal = proposals.get(i);
            Stream.concat(proposals.subList(i + 1, proposals.size()).stream(), deck.stream())
                    .map(other -> new Pair(proposal, other, similarity(proposal.text(language), other.text(language))))
                    .filter(pair -> pair.similarity() >= NEAR)
                    .forEach(pairs::add);
        }
        pairs.sort(Comparator.comparingDouble(Pair::similarity).reversed());
        return List.copyOf(pairs);
    }

    static double similarity(String one, String other) {
        return Math.min(1, new CosineSimilarity().cosineSimilarity(triples(one), triples(other)));
    }

    private static Map<CharSequence, Integer> triples(String text) {
        String padded = " " + essence(text) + " ";
        return IntStream.rangeClosed(0, padded.length() - LETTERS)
                .mapToObj(i -> padded.substring(i, i + LETTERS))
                .collect(groupingBy(CharSequence.class::cast, reducing(0, triple -> 1, Integer::sum)));
    }

    private static String essence(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String essential = Stream.of(words.split(" "))
                .filter(w -> !LITTLE_WORDS.contains(w))
                .collect(joining(" "));
        return essential.isEmpty() ? words : essential;
    }
}
