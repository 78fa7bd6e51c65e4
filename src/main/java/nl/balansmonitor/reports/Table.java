package nl.balansmonitor.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows below a heading, as a file that Excel opens rightly with a double click where a comma is the decimal sign. */
final class Table {

    /** Without it Excel takes the file for one in the encoding of its Windows. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<List<Cell>> rows = new ArrayList<>();

    Table(List<Cell> heading) {
        rows.add(heading);
    }

    void add(List<Cell> row) {
        rows.add(row);
    }

    /** In UTF-8 with a byte order mark, cells parted by semicolons, lines ended as in RFC 4180. */
    byte[] csv() {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            rows.forEach(row -> csv.writeRecord(row.stream().map(Cell::written).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8);
    }
}
