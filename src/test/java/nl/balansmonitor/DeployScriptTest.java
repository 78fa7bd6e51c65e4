package nl.balansmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deployment/deploy} and its undo ask of the Azure CLI, for which a script stands in that answers from files. */
class DeployScriptTest {

    /** Says what it was called with, and answers what the file of that name holds: with an error if there is none. */
    private static final String STAND_IN = """
            #!/bin/sh
            cd "$(dirname "$0")"
            echo "$*" >> calls
            case "$*" in
              *"deployment group list"*) cat account ;;
              *"deployment group create"*) cat outputs ;;
              *"resource show"*) cat budget ;;
              *"group show"*) cat group ;;
              *"group create"*) echo /groups/school > group ;;
            esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void standIn() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell here");
        Path az = Files.writeString(folder.resolve("az"), STAND_IN);
        assertThat(az.toFile().setExecutable(true)).isTrue();
        answer("account", "");
        answer("outputs", "-Dteams.app-id=1\n-Dteams.domain=bot.example.org\n");
    }

    @Test
    void makesTheGroupAndBeginsTheBudgetThisMonthAtFirst() throws Exception {
        LocalDate before = firstOfThisMonth();
        assertThat(run("deploy", "school", "image=i:1", "alertEmail=a@example.org"))
                .endsWith("-Dteams.app-id=1\n-Dteams.domain=bot.example.org\n");

        assertThat(calls()).anyMatch(call -> call.startsWith("group create --name school --location westeurope"));
        assertThat(parameters())
                .matches(given -> Stream.of(before, firstOfThisMonth())
                        .anyMatch(month -> given.startsWith("budgetStart=" + month)))
                .endsWith(" cosmosAccount= image=i:1 alertEmail=a@example.org");
    }

    @Test
    void keepsTheBudgetsFirstMonthAndTheRestoredAccountAfterwards() throws Exception {
        answer("group", "/groups/school\n");
        answer("budget", "2026-01-01T00:00:00Z\n");
        answer("account", "restored\n");

        run("deploy", "school", "image=i:2", "alertEmail=a@example.org");

        assertThat(calls()).noneMatch(call -> call.startsWith("group create"));
        assertThat(parameters())
                .isEqualTo("budgetStart=2026-01-01 cosmosAccount=restored image=i:2 alertEmail=a@example.org");
    }

    /** The Azure CLI lets the later of two values win. */
    @Test
    void letsWhatIsGivenWinOverWhatIsKept() throws Exception {
        answer("group", "/groups/school\n");
        answer("account", "restored\n");

        run("deploy", "school", "image=i:3", "alertEmail=a@example.org", "cosmosAccount=other");

        assertThat(parameters()).containsSubsequence("cosmosAccount=restored", "cosmosAccount=other");
    }

    /** It would lead the bot back to the data from before a restore. */
    @Test
    void deploysNothingWhenItCannotAskWhichAccountItIs() throws Exception {
        answer("group", "/groups/school\n");
        Files.delete(folder.resolve("account"));

        assertThat(start("deploy", "school", "image=i:4", "alertEmail=a@example.org")
                        .waitFor())
                .isNotZero();
        assertThat(calls()).noneMatch(call -> call.contains("deployment group create"));
    }

    @Test
    void saysHowItIsUsedWhenItIsGivenNothing() throws Exception {
        for (String script : List.of("deploy", "undeploy")) {
            Process process = start(script);
            assertThat(output(process)).contains("./" + script + " <resource group>");
            assertThat(process.waitFor()).isEqualTo(2);
        }
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    /** Without {@code --yes} the Azure CLI asks first. */
    @Test
    void undoesByDeletingTheGroupAfterAsking() throws Exception {
        run("undeploy", "school");

        assertThat(calls()).containsExactly("group delete --name school");
    }

    private static LocalDate firstOfThisMonth() {
        return LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    }

    private void answer(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String run(String script, String... arguments) throws Exception {
        Process process = start(script, arguments);
        String output = output(process);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Process start(String script, String... arguments) throws IOException {
        var command =
                Stream.concat(Stream.of("/bin/sh", Path.of("deployment", script).toString()), Arrays.stream(arguments));
        var builder = new ProcessBuilder(command.toList()).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        builder.environment().remove("AZURE_LOCATION");
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private String parameters() throws IOException {
        return calls().stream()
                .filter(call -> call.contains("deployment group create"))
                .map(call -> call.replaceFirst(".* --parameters (.*) --query .*", "$1"))
                .findFirst()
                .orElseThrow();
    }
}
