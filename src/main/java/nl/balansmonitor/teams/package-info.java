/** The only room that knows Teams: what comes in is authenticated and parsed once, what goes out is a card. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "operations",
            "documents",
            "spaces",
            "statements",
            "sessions",
            "actions",
            "rhythm",
            "trends",
            "reports",
            "cards",
            "wording"
        })
package nl.balansmonitor.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
