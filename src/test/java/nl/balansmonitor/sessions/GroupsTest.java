package nl.balansmonitor.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.balansmonitor.shared.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void haveThreeToFiveMembersAndDifferByOneAtMost(int size) {
        for (int members = 6; members <= 60; members++) {
            List<Integer> sizes = of(members, size).stream().map(List::size).toList();
            assertThat(sizes).allMatch(n -> n >= Groups.SMALLEST && n <= Groups.LARGEST);
            assertThat(sizes.stream().mapToInt(n -> n).max().orElseThrow()
                            - sizes.stream().mapToInt(n -> n).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"12,3,4", "12,4,3", "12,5,3", "15,5,3", "20,4,5", "7,4,2", "45,4,11"})
    void areAsManyAsTheSizeThatIsWantedAsksFor(int members, int size, int groups) {
        assertThat(of(members, size)).hasSize(groups);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void areOneForATeamThatIsTooSmallToDivide(int members) {
        assertThat(of(members, 3))
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(members));
    }

    @Test
    void holdEverybodyOnceAndMixThem() {
        List<List<MemberId>> groups = of(23, 4);
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(members(23));
        assertThat(groups).isNotEqualTo(Groups.of(members(23), 4, new Random(2)));
    }

    @Test
    void areNeverMeantToBePairsOrSixes() {
        assertThatThrownBy(() -> of(12, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(12, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<List<MemberId>> of(int members, int size) {
        return Groups.of(members(members), size, new Random(1));
    }

    private static List<MemberId> members(int count) {
        return IntStream.range(0, count).mapToObj(Zwaluw::member).toList();
    }
}
