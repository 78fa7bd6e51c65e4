package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Any of Teams' charts as rows of figures: what is left of a chart without colour and shape. */
record Chart(List<Row> rows) {

    /**
     * One bar, slice, line or stacked bar.
     *
     * @param points one figure, or several where the row is a line or a stack
     */
    record Row(String label, List<Point> points) {

        String figures() {
            return points.stream()
                    .map(point -> point.name().isEmpty() ? point.value() : point.name() + " " + point.value())
                    .collect(Collectors.joining(", "));
        }

        double total() {
            return points.stream().mapToDouble(Point::number).sum();
        }
    }

    record Point(String name, String value) {

        double number() {
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    static Chart of(JsonNode node) {
        if (node.has("value")) {
            return new Chart(List.of(
                    new Row(first(node, "subLabel", "title"), List.of(new Point("", Json.text(node.path("value")))))));
        }
        var rows = new ArrayList<Row>();
        for (var item : node.path("data")) {
            var label = first(item, "legend", "title", "x");
            var inner = item.has("values") ? item.path("values") : item.path("data");
            if (inner.isArray()) {
                rows.add(new Row(
                        label,
                        StreamSupport.stream(inner.spliterator(), false)
                                .map(Chart::point)
                                .toList()));
            } else {
                rows.add(new Row(label, List.of(new Point("", first(item, "y", "value")))));
            }
        }
        return new Chart(rows);
    }

    private static Point point(JsonNode node) {
        return new Point(first(node, "legend", "x", "title"), first(node, "y", "value"));
    }

    private static String first(JsonNode node, String... keys) {
        for (var key : keys) {
            if (node.has(key)) {
                return Json.text(node.path(key));
            }
        }
        return "";
    }
}
