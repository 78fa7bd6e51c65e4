package nl.balansmonitor.reports;

import static nl.balansmonitor.reports.ReportLinks.PATH;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.balansmonitor.documents.StorageUnavailableException;
import nl.balansmonitor.operations.Chronicle;
import nl.balansmonitor.operations.Happening;
import nl.balansmonitor.reports.LinkCheck.Verdict.Gone;
import nl.balansmonitor.reports.LinkCheck.Verdict.Unknown;
import nl.balansmonitor.reports.LinkCheck.Verdict.Valid;
import nl.balansmonitor.shared.Language;
import nl.balansmonitor.shared.SessionId;
import nl.balansmonitor.spaces.Space;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where links lead. Nobody signs in here: the token in the address is all that counts, and so it is in no log and no message.
 *
 * <p>Whoever holds a link that is none of ours learns only that, whatever is wrong with it.
 */
@RestController
class ReportController {

    private static final Logger log = LoggerFactory.getLogger(ReportController.class);

    private final LinkCheck links;
    private final Reports reports;
    private final ReportPage page;
    private final BoardPicture picture;
    private final CsvFiles files;
    private final Refusals refusals;
    private final Chronicle chronicle;

    ReportController(
            LinkCheck links,
            Reports reports,
            ReportPage page,
            BoardPicture picture,
            CsvFiles files,
            Refusals refusals,
            Chronicle chronicle) {
        this.links = links;
        this.reports = reports;
        this.page = page;
        this.picture = picture;
        this.files = files;
        this.refusals = refusals;
        this.chronicle = chronicle;
    }

    @GetMapping(PATH + "{token}")
    ResponseEntity<byte[]> page(@PathVariable String token, HttpServletRequest request) {
        return report(
                token,
                Reader.of(request),
                (report, language) -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, Refusals.INLINE)
                        .contentType(Refusals.HTML)
                        .body(page.html(report, language, token).getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping(PATH + "{token}/board.png")
    ResponseEntity<byte[]> picture(@PathVariable String token, HttpServletRequest request) {
        return report(
                token,
                Reader.of(request),
                (report, language) -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, Refusals.INLINE)
                        .contentType(MediaType.IMAGE_PNG)
                        .body(picture.png(report, language)));
    }

    @GetMapping(PATH + "{token}/readings.csv")
    ResponseEntity<byte[]> readings(@PathVariable String token, HttpServletRequest request) {
        return file(token, Reader.of(request), files::readings, files::allReadings);
    }

    @GetMapping(PATH + "{token}/actions.csv")
    ResponseEntity<byte[]> actions(@PathVariable String token, HttpServletRequest request) {
        return file(token, Reader.of(request), files::actions, files::allActions);
    }

    /** Whatever else is asked for here is answered like a link that was never one. */
    @GetMapping({"/reports", PATH + "**"})
    ResponseEntity<byte[]> anythingElse(HttpServletRequest request) {
        return refusals.unknown(Reader.of(request).language());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unavailable(StorageUnavailableException e, HttpServletRequest request) {
        log.warn("No report: {}", e.getMessage());
        return refusals.unavailable(Reader.of(request).language());
    }

    /** A link to everything is no link to a page or a picture. */
    private ResponseEntity<byte[]> report(
            String token, Reader reader, BiFunction<Report, Language, ResponseEntity<byte[]>> answer) {
        return switch (links.judge(token)) {
            case Valid(Space space, Link.ToReport link) ->
                reports.of(space, link.session())
                        .map(report -> {
                            chronicle.tell(Happening.REPORT_OPENED, space.id());
                            return answer.apply(report, reader.languageOr(space.language()));
                        })
                        .orElseGet(() -> refusals.gone(reader.language()));
            case Valid(Space space, Link.ToExport link) -> refusals.unknown(reader.language());
            case Gone gone -> refusals.gone(reader.language());
            case Unknown unknown -> refusals.unknown(reader.language());
        };
    }

    private ResponseEntity<byte[]> file(String token, Reader reader, OfOne ofOne, OfAll ofAll) {
        return switch (links.judge(token)) {
            case Valid(Space space, Link.ToReport link) ->
                ofOne.file(space, link.session(), reader.languageOr(space.language()))
                        .map(file -> download(space, file))
                        .orElseGet(() -> refusals.gone(reader.language()));
            case Valid(Space space, Link.ToExport link) ->
                download(space, ofAll.file(space, reader.languageOr(space.language())));
            case Gone gone -> refusals.gone(reader.language());
            case Unknown unknown -> refusals.unknown(reader.language());
        };
    }

    /** Makes a file of one session; empty unless that is there, and closed. */
    private interface OfOne {
        Optional<CsvFiles.File> file(Space space, SessionId session, Language language);
    }

    /** Makes a file of all sessions. */
    private interface OfAll {
        CsvFiles.File file(Space space, Language language);
    }

    private ResponseEntity<byte[]> download(Space space, CsvFiles.File file) {
        chronicle.tell(Happening.REPORT_OPENED, space.id());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.table().csv());
    }
}
