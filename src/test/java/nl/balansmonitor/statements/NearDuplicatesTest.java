package nl.balansmonitor.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearDuplicatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wij gebruiken tablets alleen als ze het leren helpen.|We gebruiken tablets alleen als ze het leren helpen",
                "Wij maken samen afspraken over schermtijd.|Over schermtijd maken wij samen afspraken.",
                "Wij maken samen afspraken over schermtijd.|Wij maken als team afspraken over schermtijd.",
                "De werkdruk door digitale administratie is te hoog.|Digitale administratie maakt de werkdruk te hoog.",
                "Ik durf collega's om hulp te vragen bij ICT.|Ik durf mijn collega’s hulp te vragen bij ict.",
                "We hebben genoeg laptops voor elke groep.|Er zijn genoeg laptops voor elke groep.",
                "Ideeën van kinderen tellen mee.|De ideeen van onze kinderen tellen mee",
                "We have enough laptops in every class.|There are enough laptops in our class."
            })
    void areTheSameThoughtInOtherLittleWordsOrAnotherOrder(String one, String other) {
        assertThat(NearDuplicates.similarity(one, other)).isBetween(NearDuplicates.NEAR, 1.0);
        assertThat(NearDuplicates.similarity(other, one)).isEqualTo(NearDuplicates.similarity(one, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ouders weten waarom we tablets gebruiken.|Leerlingen weten waarom we tablets gebruiken.",
                "Wij gebruiken tablets bij rekenen.|Wij gebruiken tablets bij gym.",
                "Wij maken samen afspraken over schermtijd.|Wij maken samen afspraken over huiswerk.",
                "Ik durf collega's om hulp te vragen bij ICT.|Ik durf ouders om hulp te vragen bij ICT.",
                "Onze laptops werken altijd.|Onze laptops werken nooit.",
                "Ik heb genoeg tijd om nieuwe programma's te leren.|Ik heb genoeg tijd voor mijn leerlingen.",
                "Ja.|Nee."
            })
    void areNotTheSameSentenceAboutAnotherSubject(String one, String other) {
        assertThat(NearDuplicates.similarity(one, other)).isBetween(0.0, NearDuplicates.NEAR - 0.01);
    }

    @Test
    void areNotToBeFoundInTheReadyMadeDeck() {
        List<Statement> deck = Deck.READY_MADE.statements();
        for (Language language : Language.values()) {
            assertThat(NearDuplicates.among(deck, List.of(), language)).isEmpty();
        }
    }

    @Test
    void arePointedOutAmongProposalsAndAgainstTheDeckTheMostAlikeFirst() {
        Statement screens = statement("a", "Over schermtijd maken wij als team afspraken.");
        Statement gym = statement("b", "Wij gebruiken tablets bij gym.");
        Statement screensToo = statement("c", "Wij maken als team afspraken over de schermtijd.");
        Statement screensBefore = statement("d", "Wij maken in het team samen afspraken over schermtijd.");
        var pairs = NearDuplicates.among(List.of(screens, gym, screensToo), List.of(screensBefore), Language.DUTCH);
        assertThat(pairs)
                .extracting(p -> p.proposal().id().value() + p.other().id().value())
                .startsWith("ac")
                .containsExactlyInAnyOrder("ac", "ad", "cd");
    }

    @Test
    void areComparedByEveryWordWhereThereAreOnlyLittleOnes() {
        assertThat(NearDuplicates.similarity("Wij zijn er.", "wij zijn er")).isGreaterThan(0.99);
        assertThat(NearDuplicates.similarity("Wij zijn er.", "Dat heb ik.")).isLessThan(NearDuplicates.NEAR);
    }

    private static Statement statement(String id, String text) {
        return new Statement(new StatementId(id), Theme.OWN, text, text);
    }
}
