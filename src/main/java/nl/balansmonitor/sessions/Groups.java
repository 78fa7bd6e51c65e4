package nl.balansmonitor.sessions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import nl.balansmonitor.shared.MemberId;

/** Divides a team into groups that talk well: of three to five members, as even as can be. */
public final class Groups {

    public static final int SMALLEST = 3;
    public static final int LARGEST = 5;

    /** What is suggested if nobody wants other groups. */
    public static final int USUAL = 4;

    private Groups() {}

    /** Whether groups can be meant to have so many members. */
    public static boolean allows(int size) {
        return size >= SMALLEST && size <= LARGEST;
    }

    /**
     * Groups whose sizes differ by one at most. A team of fewer than six, which can't be divided so, is one group.
     *
     * @param size how many members a group should have, 3 to 5; some get one more or less where the numbers don't fit
     */
    public static List<List<MemberId>> of(Collection<MemberId> members, int size, RandomGenerator random) {
        if (!allows(size)) {
            throw new IllegalArgumentException("a group has 3 to 5 members, not " + size);
        }
        var shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        int groups = count(shuffled.size(), size);
        return IntStream.range(0, groups)
                .mapToObj(g -> IntStream.range(0, shuffled.size())
                        .filter(i -> i % groups == g)
                        .mapToObj(shuffled::get)
                        .toList())
                .toList();
    }

    private static int count(int members, int size) {
        if (members < 2 * SMALLEST) {
            return 1;
        }
        int fewest = Math.ceilDiv(members, LARGEST);
        int most = members / SMALLEST;
        return Math.clamp(Math.round((float) members / size), fewest, most);
    }
}
