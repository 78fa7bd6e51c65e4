package nl.balansmonitor.standin;

/** Cards for tests of the stand-in. */
final class Cards {

    static final String STATEMENT = "Digitale middelen geven ons tijd voor de leerlingen";

    private Cards() {}

    static String thermometer(String progress) {
        var buttons = new StringBuilder();
        for (var score = 1; score <= 5; score++) {
            buttons.append(score > 1 ? "," : "")
                    .append(execute("thermometer.react", "{\"statement\":\"s1\",\"score\":" + score + "}", "" + score));
        }
        return """
                {"type":"AdaptiveCard","version":"1.5","fallbackText":"Thermometer","body":[
                 {"type":"TextBlock","size":"Large","text":"%s","wrap":true},
                 {"type":"TextBlock","text":"%s"},
                 {"type":"Input.Text","id":"remark","label":"Opmerking","placeholder":"mag, hoeft niet"},
                 {"type":"ActionSet","actions":[%s]}]}""".formatted(STATEMENT, progress, buttons);
    }

    /** One of everything that is drawn. */
    static String reveal() {
        return """
                {"type":"AdaptiveCard","version":"1.5","fallbackText":"Onthulling","body":[
                 {"type":"TextBlock","size":"Large","weight":"Bolder","text":"Wat het team zegt"},
                 {"type":"Container","style":"emphasis","items":[{"type":"TextBlock","wrap":true,"text":"%s"}]},
                 {"type":"ColumnSet","columns":[
                  {"type":"Column","width":"auto","items":[{"type":"Image","url":"x","altText":"een thermometer op 3,4"}]},
                  {"type":"Column","width":"stretch","items":[
                   {"type":"RichTextBlock","inlines":["Het team is ",{"type":"TextRun","text":"verdeeld"}," 🌻"]}]}]},
                 {"type":"FactSet","facts":[{"title":"Gemiddelde","value":"3,4"},{"title":"Mediaan","value":"4"}]},
                 {"type":"Chart.VerticalBar","title":"Verdeling",
                  "data":[{"x":"1 helemaal niet","y":1},{"x":"2","y":2},{"x":"3","y":3},{"x":"4 helemaal mee eens","y":5},{"x":"5","y":1}],
                  "fallback":{"type":"TextBlock","text":"1, 2, 3, 5, 1"}},
                 {"type":"Chart.HorizontalBar.Stacked","data":[
                  {"title":"Balans","data":[{"legend":"koud","value":3},{"legend":"warm","value":9}]},
                  {"title":"Ouders","data":[{"legend":"koud","value":6},{"legend":"warm","value":2}]}],"fallback":"drop"},
                 {"type":"Chart.Line","data":[{"legend":"Balans","values":[{"x":"sep","y":2.1},{"x":"jan","y":2.8},{"x":"apr","y":3.4}]}],
                  "fallback":"drop"},
                 {"type":"Chart.Gauge","min":1,"max":5,"value":3.4,"subLabel":"gemiddelde","fallback":"drop"},
                 {"type":"Table","columns":[{"width":3},{"width":1},{"width":1}],"rows":[
                  {"type":"TableRow","cells":[%s,%s,%s]},{"type":"TableRow","cells":[%s,%s,%s]}]},
                 {"type":"Input.ChoiceSet","id":"owner","label":"Wie pakt het op?","style":"expanded","value":"f","choices":[
                  {"title":"Jan de Vries","value":"j"},{"title":"Fatima","value":"f"}]},
                 {"type":"Input.Date","id":"feedbackDate","label":"Terugkoppeling","value":"2026-02-09"},
                 {"type":"Input.Toggle","id":"again","title":"Stel de stelling dan opnieuw"}],
                 "actions":[%s,{"type":"Action.ShowCard","title":"Later","card":{"type":"AdaptiveCard","version":"1.5","fallbackText":"f",
                  "body":[{"type":"TextBlock","text":"verborgen"}]}}]}""".formatted(
                        STATEMENT,
                        cell("Stelling"),
                        cell("Vorige"),
                        cell("Nu"),
                        cell(STATEMENT),
                        cell("2,8"),
                        cell("3,4"),
                        execute("session.close", "{}", "Sluit af"));
    }

    private static String cell(String text) {
        return "{\"type\":\"TableCell\",\"items\":[{\"type\":\"TextBlock\",\"wrap\":true,\"text\":\"" + text + "\"}]}";
    }

    static String execute(String verb, String data, String title) {
        return """
                {"type":"Action.Execute","title":"%s","verb":"%s","data":%s,
                 "fallback":{"type":"Action.Submit","title":"%s","data":{"verb":"%s"}}}""".formatted(title, verb, data, title, verb);
    }

    static String withBody(String body) {
        return """
                {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","body":[%s]}""".formatted(body);
    }

    static String cardAnswer(String card) {
        return """
                {"statusCode":200,"type":"%s","value":%s}""".formatted(Card.TYPE, card);
    }

    static String lineAnswer(String line) {
        return """
                {"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"%s"}""".formatted(line);
    }
}
