package nl.balansmonitor.sessions;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From how many reactions on anything is kept and shown. The promise to the team is 3 and 4: they can be raised, never lowered.
 *
 * @param minimumReactions for the scores
 * @param minimumRemarks   reactions for the remarks
 */
@Validated
@ConfigurationProperties("balans.privacy")
public record PrivacyProperties(
        @DefaultValue("3") @Min(3) int minimumReactions,
        @DefaultValue("4") @Min(4) int minimumRemarks) {}
