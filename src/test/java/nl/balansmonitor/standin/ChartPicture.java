package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Charts as bars of characters. */
record ChartPicture(int width) {

    private static final int LONGEST_BAR = 40;
    private static final String SHADES = "█▓▒░▞▚";
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

    List<String> of(JsonNode node) {
        var lines = new ArrayList<String>();
        var title = Json.text(node.path("title"));
        if (!title.isEmpty()) {
            lines.addAll(Typeset.wrap(title, width));
        }
        var type = Json.text(node.path("type"));
        var rows = Chart.of(node).rows();
        if (type.equals("Chart.Gauge")) {
            lines.addAll(gauge(node, rows.getFirst()));
        } else if (type.equals("Chart.Line")) {
            rows.forEach(row -> lines.add(line(row, rows)));
        } else if (rows.stream().anyMatch(row -> row.points().size() > 1)) {
            lines.addAll(stacked(rows));
        } else {
            rows.forEach(row -> lines.add(bar(row, rows)));
        }
        return lines;
    }

    private String bar(Chart.Row row, List<Chart.Row> all) {
        var most = all.stream().mapToDouble(Chart.Row::total).max().orElse(1);
        return label(row, all) + " ▏" + "█".repeat(length(row.total(), most)) + " " + row.figures();
    }

    private List<String> stacked(List<Chart.Row> rows) {
        var names = new ArrayList<>(new LinkedHashSet<>(rows.stream()
                .flatMap(row -> row.points().stream())
                .map(Chart.Point::name)
                .toList()));
        var most = rows.stream().mapToDouble(Chart.Row::total).max().orElse(1);
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var bar = new StringBuilder(label(row, rows)).append(" ▏");
            row.points()
                    .forEach(point ->
                            bar.append(shade(names.indexOf(point.name())).repeat(length(point.number(), most))));
            lines.add(bar.append(" ").append(row.figures()).toString());
        }
        var legend = names.stream()
                .map(name -> shade(names.indexOf(name)) + " " + name)
                .toList();
        lines.addAll(Typeset.flow(legend, "   ", width));
        return lines;
    }

    private String line(Chart.Row row, List<Chart.Row> all) {
        var numbers = all.stream()
                .flatMap(other -> other.points().stream())
                .mapToDouble(Chart.Point::number)
                .summaryStatistics();
        var range = Math.max(1e-9, numbers.getMax() - numbers.getMin());
        var curve = new StringBuilder();
        for (var point : row.points()) {
            var height = (int) Math.round((point.number() - numbers.getMin()) / range * (HEIGHTS.length() - 1));
            curve.append(HEIGHTS.charAt(height)).append(HEIGHTS.charAt(height));
        }
        var ends = row.points().isEmpty()
                ? ""
                : row.points().getFirst().value() + " → "
                        + row.points().getLast().value();
        return label(row, all) + "  " + curve + "  " + ends;
    }

    private List<String> gauge(JsonNode node, Chart.Row row) {
        var min = node.path("min").asDouble(0);
        var max = Math.max(min + 1e-9, node.path("max").asDouble(100));
        var filled = Math.clamp(Math.round((row.total() - min) / (max - min) * LONGEST_BAR), 0, LONGEST_BAR);
        var bar = "█".repeat(filled) + "░".repeat(LONGEST_BAR - filled);
        return List.of((Json.text(node.path("min")) + " ▕" + bar + "▏ " + Json.text(node.path("max")) + "   "
                        + row.label() + " " + row.figures())
                .strip());
    }

    private String label(Chart.Row row, List<Chart.Row> all) {
        var widest = Math.min(
                width / 3,
                all.stream()
                        .mapToInt(other -> Typeset.width(other.label()))
                        .max()
                        .orElse(0));
        return Typeset.pad(Typeset.shorten(row.label(), widest), widest);
    }

    private int length(double number, double most) {
        return (int) Math.round(number / Math.max(1e-9, most) * Math.min(LONGEST_BAR, width / 2));
    }

    private static String shade(int index) {
        return String.valueOf(SHADES.charAt(index % SHADES.length()));
    }
}
