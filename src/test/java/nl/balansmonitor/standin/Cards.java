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
