package nl.balansmonitor.spaces;

import java.time.ZoneId;
import nl.balansmonitor.shared.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a new space begins with. */
@ConfigurationProperties("balans.spaces")
public record SpaceProperties(
        @DefaultValue("dutch") Language language,
        @DefaultValue("Europe/Amsterdam") ZoneId zone) {}
