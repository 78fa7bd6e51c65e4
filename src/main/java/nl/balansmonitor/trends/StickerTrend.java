package nl.balansmonitor.trends;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import nl.balansmonitor.sessions.Tally;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.statements.Deck;
import nl.balansmonitor.statements.Theme;

/**
 * Which themes a team chooses by its stickers.
 *
 * @param rounds the sticker rounds of closed sessions of which the result is known and was not withheld, the oldest first
 * @param shares of all those rounds together in which there was a choice between themes; empty if there was none, the themes in their order
 */
public record StickerTrend(List<Round> rounds, List<Share> shares) {

    /** Keeps its own copies. */
    public StickerTrend {
        rounds = List.copyOf(rounds);
        shares = List.copyOf(shares);
    }

    /**
     * One sticker round.
     *
     * @param at     the session's moment
     * @param themes what was on offer, in the themes' order
     */
    public record Round(SessionId session, Instant at, List<ThemeStickers> themes) {

        /** Keeps its own copy of the themes. */
        public Round {
            themes = List.copyOf(themes);
        }

        /** Whether there was a choice between themes: one of a single theme says nothing of what else would have been chosen. */
        public boolean offersChoice() {
            return themes.size() > 1;
        }

        /** All stickers that were placed. */
        public int stickers() {
            return themes.stream().mapToInt(ThemeStickers::stickers).sum();
        }

        /** @param tally one that is not withheld */
        static Round of(Measurement measurement, Tally tally, Deck deck) {
            var themes = tally.ranking().stream()
                    .filter(ranked -> deck.find(ranked.statement()).isPresent())
                    .collect(groupingBy(ranked -> deck.get(ranked.statement()).theme(), TreeMap::new, toList()));
            return new Round(
                    measurement.session(),
                    measurement.at(),
                    themes.entrySet().stream()
                            .map(theme -> ThemeStickers.of(theme.getKey(), theme.getValue()))
                            .toList());
        }

        private int statements() {
            return themes.stream().mapToInt(ThemeStickers::statements).sum();
        }
    }

    /**
     * What a round gave one theme.
     *
     * @param statements how many of its statements were on offer
     * @param stickers   how many stickers they got together
     */
    public record ThemeStickers(Theme theme, int statements, int stickers) {

        private static ThemeStickers of(Theme theme, List<Tally.Ranked> ranked) {
            return new ThemeStickers(
                    theme,
                    ranked.size(),
                    ranked.stream().mapToInt(Tally.Ranked::stickers).sum());
        }
    }

    /**
     * What all rounds together gave one theme.
     *
     * @param stickers how many it got
     * @param share    that as a part of all stickers, 0 to 1
     * @param expected the share that it would have got if every statement on offer in a round had got as many: who is on offer more
     *     often is chosen more often
     */
    public record Share(Theme theme, int stickers, double share, double expected) {

        private static Share of(ThemeStickers theme, Round round, int all) {
            double even = (double) round.stickers() * theme.statements() / round.statements();
            return new Share(theme.theme(), theme.stickers(), (double) theme.stickers() / all, even / all);
        }

        private Share plus(Share other) {
            return new Share(theme, stickers + other.stickers, share + other.share, expected + other.expected);
        }
    }

    static StickerTrend of(List<Round> rounds) {
        List<Round> choices = rounds.stream()
                .filter(r -> r.offersChoice() && r.stickers() > 0)
                .toList();
        int all = choices.stream().mapToInt(Round::stickers).sum();
        var shares = choices.stream()
                .flatMap(round -> round.themes().stream().map(theme -> Share.of(theme, round, all)))
                .collect(toMap(Share::theme, identity(), Share::plus, TreeMap::new));
        return new StickerTrend(rounds, List.copyOf(shares.values()));
    }
}
