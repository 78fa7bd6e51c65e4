package nl.balansmonitor.operations;

import org.springframework.boot.health.contributor.Status;

/** What a part can be beside what Spring Boot's {@link Status} knows. */
public final class HealthStatus {

    /**
     * Something is wrong that takes nobody out of service: no restart and no other instance would mend it.
     *
     * <p>In {@code application.yaml} it stands between those that are down and those that are well ({@code status.order}), so that it shows
     * in the whole and never hides what is down: Spring Boot passes over a status that isn't listed. It has no {@code http-mapping}
     * of its own, which makes it a 200. For an operator it isn't well: a change to it is a warning.
     */
    public static final Status DEGRADED = new Status("DEGRADED");

    private HealthStatus() {}
}
