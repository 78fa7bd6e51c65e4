/**
 * What is left of a session on paper: the page behind a signed link, the picture of the board, the files for a spreadsheet. A page says
 * when the next session is planned.
 */
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
            "wording"
        })
package nl.balansmonitor.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
