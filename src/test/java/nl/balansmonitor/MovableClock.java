package nl.balansmonitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

    private volatile Instant now;

    /** Shows this moment. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Goes on by so much. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    /** Jumps, forward or back. */
    public void itIs(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Moves with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = () -> now;
        return source.withZone(zone);
    }
}
