package nl.balansmonitor;

import java.io.PrintStream;

/** What a run of the tests measured or counted, for whoever reads the build's output. */
public final class Finding {

    /** Not a logger: the applications that tests start and stop set those up anew. */
    private static final PrintStream OUT = System.out;

    private Finding() {}

    /** Prints a line. */
    public static void say(String line) {
        OUT.println("FOUND: " + line);
    }
}
