package nl.balansmonitor.documents.stores;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes names that are never made again: 128 bits at random. As safe for use by many threads as its source. */
public record Nonces(RandomGenerator random) {

    private static final int BYTES = 16;

    /** Another one, as 32 hexadecimal digits. */
    public String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
