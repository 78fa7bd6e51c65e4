package nl.dezwaluw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import nl.balansmonitor.RunningBot;
import nl.balansmonitor.standin.Conversation;
import nl.balansmonitor.standin.Member;
import nl.balansmonitor.standin.Post;
import nl.balansmonitor.standin.Transcript;

/** What is left of the sessions: the trend, and a report to print. */
final class InsightPlay {

    private final Transcript transcript;
    private final Conversation channel;
    private final RunningBot bot;
    private final URI address;

    /** @param address under which the bot that stays up is to be found, and which all links name */
    InsightPlay(Transcript transcript, Conversation channel, RunningBot bot, URI address) {
        this.transcript = transcript;
        this.channel = channel;
        this.bot = bot;
        this.address = address;
    }

    /**
     * Asks for both, and puts the report and the picture of the newest session into a folder.
     *
     * @return the link to that report
     */
    URI perform(Member leader, Path folder) {
        transcript.act("6. De trend en het verslag");
        leader.says("trend", channel);
        channel.awaitPostOffering("trend.show");
        leader.says("rapport", channel);
        Post reports = channel.awaitPostOffering("report.withdraw");
        URI report = URI.create(
                reports.card().orElseThrow().json().findValuesAsString("url").getFirst());
        save(report, folder.resolve("verslag.html"));
        save(URI.create(report + "/board.png"), folder.resolve("bord.png"));
        return report;
    }

    /** The bot of the play listens elsewhere than the one that stays up. */
    private void save(URI link, Path file) {
        URI here = URI.create(link.toString().replace(address.toString(), "http://127.0.0.1:" + bot.port()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Path> saved =
                    client.send(HttpRequest.newBuilder(here).build(), HttpResponse.BodyHandlers.ofFile(file));
            if (saved.statusCode() != 200) {
                throw new IllegalStateException(here.getPath() + " answers " + saved.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
