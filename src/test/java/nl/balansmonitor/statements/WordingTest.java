package nl.balansmonitor.statements;

import static org.assertj.core.api.Assertions.assertThat;

import nl.balansmonitor.shared.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @Test
    void isOneLine() {
        assertThat(Wording.of("  Wij leggen \n\t schermen\u00a0weg.\r\n\u0000 "))
                .isEqualTo(Outcome.accepted(new Wording("Wij leggen schermen weg.")));
    }

    @Test
    void isWithoutCharactersThatNobodySees() {
        assertThat(Wording.of("Wij \u202eleggen\u200b schermen weg."))
                .isEqualTo(Outcome.accepted(new Wording("Wij leggen schermen weg.")));
    }

    @Test
    void keepsAnEmojiThatIsMadeOfSeveral() {
        String family = "👩\u200d👧 samen achter een scherm";
        assertThat(Wording.of(family)).isEqualTo(Outcome.accepted(new Wording(family)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "...", "\u200b\u00ad", "?!", "🎒"})
    void saysSomething(String nothing) {
        assertThat(Wording.of(nothing)).isEqualTo(Outcome.refused(StatementRefusal.EMPTY));
    }

    @Test
    void hasTwoHundredCharactersAtMostAsPeopleCountThem() {
        String longest = "é" + "😀".repeat(Wording.LONGEST - 1);
        assertThat(Wording.of(longest)).isEqualTo(Outcome.accepted(new Wording(longest)));
        assertThat(Wording.of(longest + "a")).isEqualTo(Outcome.refused(StatementRefusal.TOO_LONG));
        assertThat(Wording.of("a".repeat(Wording.LONGEST) + " \n")).isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<at>Fenna</at> helpt ons",
                "Wij vragen <AT id=0>Fenna</AT>",
                "Dit is </at> niet goed",
                "@fenna helpt iedereen",
                "Ik vraag hulp aan @Émile",
                "Ik vraag hulp aan ＠fenna",
                "Vraag het fenna@zwaluw"
            })
    void mentionsNobody(String text) {
        assertThat(Wording.of(text)).isEqualTo(Outcome.refused(StatementRefusal.MENTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kijk op https://voorbeeld.nl",
                "Kijk op HTTP://VOORBEELD",
                "Kijk op www.voorbeeld",
                "Wij lezen [dit](javascript:alert)",
                "Wij lezen ![dit](plaatje)",
                "Alles staat op voorbeeld.nl/pad",
                "Alles staat op voorbeeld.nl",
                "Alles staat op voorbeeld.nl.",
                "Alles staat op (mijn.voorbeeld.com)",
                "Alles staat op voorbeeld.nl:8080",
                "Alles staat op bit.ly/abc",
                "Alles staat op voorbeeld.nu/pad",
                "Alles staat op één.voorbeeld.eu",
                "Stuur het naar fenna@voorbeeld.nl",
                "mailto:fenna helpt",
                "ms-teams://wij",
                "Ｋijk op ｗｗｗ.voorbeeld"
            })
    void linksNowhere(String text) {
        assertThat(Wording.of(text)).isEqualTo(Outcome.refused(StatementRefusal.LINK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wij gebruiken o.a. tablets, bijv. rekenen in groep 3.",
                "Wij doen dit d.w.z. samen, i.p.v. alleen, m.b.t. taal e.d.",
                "Onze regels gelden t.a.v. schermen.de kinderen kennen ze",
                "Eerst taal.nu rekenen.we doen het samen",
                "Wij oefenen in groep 3/4 en 5/6, met 1.000 sommen à 2,5 minuut.",
                "Ieder kind en/of zijn ouder(s) weet dit [groep 8] (ook thuis).",
                "Wij werken met A.I. en met ICT. Nl. is de taal.",
                "Om 10.30 uur gaan de schermen uit @ 11 uur weer aan",
                "We at school use tablets, not <3 phones",
                "Ons doel: niet meer, maar beter beeldscherm..."
            })
    void isOrdinaryLanguage(String text) {
        assertThat(Wording.of(text)).isEqualTo(Outcome.accepted(new Wording(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wij leggen schermen weg.|wij LEGGEN schermen weg",
                "Wij leggen schermen weg.|Wij  leggen, schermen weg!",
                "Ideeën tellen mee|Ideeen tellen mee.",
                "Programma's helpen|Programma’s helpen",
                "We beïnvloeden elkaar|we be-invloeden elkaar"
            })
    void saysTheSameWhateverItsCaseMarksAndSpacing(String one, String other) {
        assertThat(new Wording(one).saysTheSameAs(other)).isTrue();
    }

    @Test
    void saysSomethingElseInOtherWords() {
        assertThat(new Wording("Wij leggen 3 schermen weg.").saysTheSameAs("Wij leggen 4 schermen weg."))
                .isFalse();
    }
}
