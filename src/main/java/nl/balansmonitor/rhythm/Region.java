package nl.balansmonitor.rhythm;

/** The three parts of the Netherlands over which the school holidays are spread. */
public enum Region {
    NORTH,
    CENTRE,
    SOUTH
}
