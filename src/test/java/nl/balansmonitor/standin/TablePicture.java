package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A table with rules between its columns and below its head. */
record TablePicture(int width) {

    private static final String GAP = " │ ";

    List<String> of(JsonNode table) {
        var rows = list(table.path("rows"));
        if (rows.isEmpty()) {
            return List.of();
        }
        var count = list(rows.getFirst().path("cells")).size();
        var columns = new ArrayList<JsonNode>();
        for (var index = 0; index < count; index++) {
            var said = table.path("columns").path(index);
            columns.add(said.isObject() ? said : Json.object());
        }
        var widths = new ColumnWidths(width, GAP.length()).of(columns, column -> 0);
        var lines = new ArrayList<String>();
        var isHead = true;
        for (var row : rows) {
            var blocks = new ArrayList<List<String>>();
            var cells = list(row.path("cells"));
            for (var index = 0; index < count; index++) {
                blocks.add(index < cells.size() ? cell(cells.get(index), widths.get(index)) : List.of());
            }
            lines.addAll(Typeset.beside(blocks, widths, GAP));
            if (isHead && table.path("firstRowAsHeaders").asBoolean(true)) {
                lines.add(widths.stream().map("─"::repeat).collect(Collectors.joining("─┼─")));
            }
            isHead = false;
        }
        return lines;
    }

    private static List<String> cell(JsonNode cell, int width) {
        return new CardPicture(width).of(Json.object().set("body", cell.path("items")));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
