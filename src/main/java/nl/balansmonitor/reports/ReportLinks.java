package nl.balansmonitor.reports;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.shared.SpaceId;
import org.springframework.stereotype.Service;

/**
 * Signed links to reports. Whoever has one can open it until it expires, without signing in. The same arguments give the same link, until
 * it is withdrawn.
 */
@Service
public class ReportLinks {

    static final String PATH = "/reports/";

    private final LinkKeys keys;
    private final ReportProperties properties;

    ReportLinks(LinkKeys keys, ReportProperties properties) {
        this.keys = keys;
        this.properties = properties;
    }

    /** For how long a link is meant to work. */
    public Duration lifetime() {
        return properties.linkLifetime();
    }

    /**
     * The link to a session's report. It shows nothing until the session is closed.
     *
     * @param expires cut to whole seconds
     * @return empty as long as it isn't configured where people reach this program
     */
    public Optional<URI> toReport(SpaceId space, SessionId session, Instant expires) {
        return link(new Link.ToReport(space, session, expires.truncatedTo(ChronoUnit.SECONDS)));
    }

    /**
     * The link to the files of all sessions of a space: {@code /readings.csv} or {@code /actions.csv} is to be put behind it.
     *
     * @param expires cut to whole seconds
     * @return empty as long as it isn't configured where people reach this program
     */
    public Optional<URI> toExport(SpaceId space, Instant expires) {
        return link(new Link.ToExport(space, expires.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Ends every link of this space that was given so far; those that are asked for from now on are others. */
    public void withdraw(SpaceId space) {
        keys.replace(space);
    }

    private Optional<URI> link(Link link) {
        return properties.base().map(base -> URI.create(base + PATH + Tokens.sign(link, keys.of(link.space()))));
    }
}
