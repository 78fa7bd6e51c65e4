package nl.balansmonitor.statements;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeckTest {

    private final Deck deck = Deck.READY_MADE;

    @Test
    void hasTheStatementsOfTheInstrumentThemeAfterTheme() {
        assertThat(deck.statements())
                .extracting(Statement::theme)
                .containsExactlyElementsOf(Stream.of(
                                nCopies(4, Theme.PROFESSIONALISM),
                                nCopies(4, Theme.BALANCE),
                                nCopies(5, Theme.PUPILS),
                                nCopies(4, Theme.COLLABORATION),
                                nCopies(4, Theme.PARENTS))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Word for word as the instrument has them, in "Toelichting 2". */
    @Test
    void wordsThemAsTheInstrumentDoes() {
        assertThat(deck.statements())
                .extracting(s -> s.text(Language.DUTCH))
                .containsExactly(
                        "Ik behoud regie over de digitale middelen in mijn groep, zodat mijn pedagogische keuzes leidend blijven.",
                        "Ons team maakt zelf keuzes over welke digitale middelen we gebruiken, met oog voor wat goed is voor kinderen.",
                        "Digitale middelen ondersteunen mijn pedagogische beslissingen, niet andersom.",
                        "Fouten in digitale systemen worden gezien als leermomenten, niet als tekortkomingen van collega’s.",
                        "Technologie wordt zo ingezet dat het geen kostbare tijd van kinderen en collega’s opslokt.",
                        "We ervaren digitale tools als hulpmiddel, niet als extra werkdruk of beperking van eigenaarschap.",
                        "Er is bewust ruimte voor schermvrije momenten en onverwachte leermomenten.",
                        "Ons team kan ethische keuzes maken bij het prioriteren tussen digitale en analoge taken.",
                        "Kinderen begrijpen waarom we digitale middelen inzetten en worden daarin actief betrokken.",
                        "We gebruiken technologie uitsluitend als middel om leren en ontwikkeling te ondersteunen.",
                        "Kinderen worden gezien, gehoord en serieus genomen, ook tijdens digitale activiteiten.",
                        "Digitale activiteiten sluiten aan bij onze pedagogische waarden en brede ontwikkelingsdoelen.",
                        "We gebruiken feedback van kinderen om digitale keuzes te verbeteren.",
                        "We voeren open gesprekken over hoe digitalisering ons werk beïnvloedt en welke keuzes we maken.",
                        "Teamleden durven zorgen, twijfels en ideeën over digitalisering te delen, zonder oordeel.",
                        "We dragen actief zorg voor elkaar bij digitale uitdagingen, zodat niemand klem komt te zitten.",
                        "Succesvolle werkwijzen en morele inzichten worden binnen het team gedeeld en besproken.",
                        "Ouders begrijpen en onderschrijven onze keuzes bij digitalisering, zodat zij kinderen kunnen steunen.",
                        "We leggen ouders op een duidelijke en korte manier uit waarom we digitale middelen gebruiken.",
                        "Ouders ervaren voldoende persoonlijk contact, ook in een digitale context.",
                        "Ouderfeedback over digitalisering wordt serieus genomen en meegenomen in ons handelen.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEachOneInBothLanguagesAndNoTwoAlike(Language language) {
        assertThat(deck.statements())
                .extracting(s -> s.text(language))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("\\p{Lu}.*\\p{L}\\."));
    }

    @Test
    void translatesEachOne() {
        assertThat(deck.statements())
                .allSatisfy(s -> assertThat(s.text(Language.ENGLISH)).isNotEqualTo(s.text(Language.DUTCH)));
    }

    @Test
    void findsEachOneByAnIdOfItsOwn() {
        assertThat(deck.statements()).extracting(Statement::id).doesNotHaveDuplicates();
        assertThat(deck.statements()).allSatisfy(s -> {
            assertThat(deck.find(s.id())).contains(s);
            assertThat(deck.get(s.id())).isEqualTo(s);
        });
    }

    /** Readings of earlier sessions refer to them. */
    @Test
    void keepsTheIdsThatAreInUse() {
        assertThat(deck.statements())
                .extracting(s -> s.id().value())
                .startsWith("st1", "st2", "st3")
                .endsWith("st20", "st21");
    }

    @Test
    void knowsNoOthers() {
        var unknown = new StatementId("st22");
        assertThat(deck.find(unknown)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> deck.get(unknown)).withMessageContaining("st22");
    }
}
