package nl.balansmonitor.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.balansmonitor.shared.MemberId;
import nl.balansmonitor.shared.StatementId;

/**
 * Groups that fill four boxes with notes and hand in statements of their own. Groups are numbered from 1. An immutable value.
 *
 * @param groups    the members of each group
 * @param begun     whether anything was written, after which the groups stay as they are
 * @param box       the one that is open, but see {@link #at}
 * @param minutes   how long a box is open, {@value #SHORTEST} or {@value #LONGEST}
 * @param boxEnds   when the timer of that box ends; it closes nothing unless the boxes move on by themselves
 * @param movesOn   whether the facilitator chose that boxes move on by themselves
 * @param handedIn  what the groups handed in, in the order of the groups
 */
public record Workshop(
        List<List<MemberId>> groups,
        boolean begun,
        Box box,
        int minutes,
        Instant boxEnds,
        boolean movesOn,
        List<HandedIn> handedIn) {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 4;

    /** How many statements a group hands in at most. */
    public static final int MOST_OF_A_GROUP = 3;

    /** One statement and the group that it is of. */
    public record HandedIn(int group, StatementId statement) {}

    /** Rejects a timer that no box has. */
    public Workshop {
        groups = groups.stream().map(List::copyOf).toList();
        handedIn = List.copyOf(handedIn);
        if (!allows(minutes)) {
            throw new IllegalArgumentException("a box is open for 3 or 4 minutes, not " + minutes);
        }
    }

    static Workshop opened(List<List<MemberId>> groups, int minutes, boolean movesOn, Instant now) {
        return new Workshop(
                groups, false, Box.WHAT_WORKS, minutes, now.plus(Duration.ofMinutes(minutes)), movesOn, List.of());
    }

    static boolean allows(int minutes) {
        return minutes >= SHORTEST && minutes <= LONGEST;
    }

    /**
     * The workshop as it is at a moment: where boxes move on by themselves, those whose time was over by then are left behind. The last box
     * stays open. Nothing has to run for it, so a restart changes nothing.
     */
    public Workshop at(Instant moment) {
        Workshop now = this;
        while (movesOn && now.box.next().isPresent() && !moment.isBefore(now.boxEnds)) {
            now = now.on(now.box.next().get(), now.boxEnds);
        }
        return now;
    }

    /** The number of this member's group; empty if he came late and wrote nothing yet. */
    public Optional<Integer> groupOf(MemberId member) {
        return numbers().filter(n -> groups.get(n - 1).contains(member)).boxed().findFirst();
    }

    /** What a group handed in. */
    public List<StatementId> handedInBy(int group) {
        return handedIn.stream()
                .filter(h -> h.group() == group)
                .map(HandedIn::statement)
                .toList();
    }

    /** All that was handed in, in the order of the groups. */
    public List<StatementId> statements() {
        return handedIn.stream().map(HandedIn::statement).toList();
    }

    Workshop on(Box next, Instant from) {
        return new Workshop(groups, begun, next, minutes, from.plus(Duration.ofMinutes(minutes)), movesOn, handedIn);
    }

    Workshop regrouped(List<List<MemberId>> others) {
        return new Workshop(others, begun, box, minutes, boxEnds, movesOn, handedIn);
    }

    /** With something written by this member, who joins the smallest group, the first of equals, if he is in none. */
    Workshop joinedBy(MemberId member) {
        var joined = new ArrayList<>(groups);
        if (groupOf(member).isEmpty()) {
            int smallest = IntStream.range(0, groups.size())
                    .boxed()
                    .min(Comparator.comparingInt(i -> groups.get(i).size()))
                    .orElseThrow();
            var more = new ArrayList<>(groups.get(smallest));
            more.add(member);
            joined.set(smallest, more);
        }
        return new Workshop(joined, true, box, minutes, boxEnds, movesOn, handedIn);
    }

    /** With this handed in; only once, however often it is handed in. */
    Workshop with(HandedIn more) {
        return handedIn.contains(more) ? this : handing(Stream.concat(handedIn.stream(), Stream.of(more)));
    }

    Workshop without(StatementId statement) {
        return handing(handedIn.stream().filter(h -> !h.statement().equals(statement)));
    }

    private Workshop handing(Stream<HandedIn> all) {
        var byGroup = all.sorted(Comparator.comparingInt(HandedIn::group)).toList();
        return new Workshop(groups, begun, box, minutes, boxEnds, movesOn, byGroup);
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, groups.size());
    }
}
