package nl.balansmonitor.cards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.balansmonitor.node.NodeProject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The original template engine, from npm, in a Node process. */
final class OriginalEngine {

    private static final NodeProject PROJECT = NodeProject.in("node/templating");

    private final Path workspace;

    OriginalEngine(Path workspace) {
        this.workspace = workspace;
    }

    /** The outcome of each case, in their order: an object with {@code value}, {@code refused} or {@code failed}. */
    JsonNode expand(List<TemplateCase> cases) throws IOException, InterruptedException {
        PROJECT.install();
        Path pairs = workspace.resolve("pairs.json");
        Path outcomes = workspace.resolve("outcomes.json");
        var json = JsonMapper.shared().createArrayNode();
        cases.forEach(pair -> json.add(pair.toJson()));
        Files.writeString(pairs, json.toString());
        PROJECT.run("node", "expand.js", pairs.toString(), outcomes.toString());
        return JsonMapper.shared().readTree(outcomes.toFile());
    }
}
