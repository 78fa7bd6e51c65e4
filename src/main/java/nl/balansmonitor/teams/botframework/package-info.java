/** The edge to Microsoft's Bot Framework: requests are authenticated and parsed here, posts leave from here, and nothing else sees the SDK. */
@NullMarked
package nl.balansmonitor.teams.botframework;

import org.jspecify.annotations.NullMarked;
