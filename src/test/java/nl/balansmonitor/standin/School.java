package nl.balansmonitor.standin;

import java.util.List;

/** A fictional primary school, "De Zwaluw": none of its people exist. Their names are of the kinds that software gets wrong. */
public final class School {

    /** The school's name. */
    public static final String NAME = "De Zwaluw";

    /** Leads the school; the usual facilitator. */
    public static final String LEADER = "Marieke van den Berg";

    /**
     * Twelve fictional members, the leader first: a prefix, one word only, apostrophe and hyphen, an emoji, right to left, a name that is
     * the beginning of another, markup, a single letter.
     */
    public static final List<String> TEAM = List.of(
            LEADER,
            "Jan de Vries",
            "Fatima",
            "Anne-Fleur in 't Veld",
            "Sem 🌻 Bakker",
            "ליאור כהן",
            "Jan",
            "Zoë Çelik",
            "Bram <b>&</b> Zn",
            "Nguyễn Thị Ánh",
            "O",
            "Ruud van der Laan-Öztürk");

    private School() {}
}
