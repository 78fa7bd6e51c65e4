package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** Shares a line among columns: what is automatic or in pixels takes its own width, the rest is shared by weight. */
record ColumnWidths(int width, int gap) {

    private static final int PIXELS_PER_CELL = 8;
    private static final int NARROWEST = 3;

    List<Integer> of(List<JsonNode> columns, ToIntFunction<JsonNode> natural) {
        var room = Math.max(columns.size() * NARROWEST, width - gap * (columns.size() - 1));
        var taken =
                columns.stream().mapToInt(column -> own(column, natural, room)).sum();
        var weights = columns.stream().mapToDouble(ColumnWidths::weight).sum();
        if (taken > room) {
            return columns.stream()
                    .map(column -> Math.max(NARROWEST, room / columns.size()))
                    .toList();
        }
        var widths = new ArrayList<Integer>();
        for (var column : columns) {
            var own = own(column, natural, room);
            var share = own > 0 || weights == 0 ? own : (int) ((room - taken) * weight(column) / weights);
            widths.add(Math.max(NARROWEST, share));
        }
        return widths;
    }

    private static int own(JsonNode column, ToIntFunction<JsonNode> natural, int room) {
        var said = Json.text(column.path("width"));
        if (said.endsWith("px")) {
            return Math.min(room, number(said.substring(0, said.length() - 2)) / PIXELS_PER_CELL);
        }
        return said.equals("auto") ? Math.min(room, natural.applyAsInt(column)) : 0;
    }

    private static double weight(JsonNode column) {
        var said = Json.text(column.path("width"));
        if (said.equals("auto") || said.endsWith("px")) {
            return 0;
        }
        return Math.max(1, number(said));
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
