package nl.balansmonitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "nl.balansmonitor", importOptions = DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule onlyItsOwnEdgeSeesTheBotFramework = noClasses()
            .that()
            .resideOutsideOfPackage("nl.balansmonitor.teams.botframework..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.microsoft.bot..");

    @ArchTest
    static final ArchRule onlyDocumentsSqliteSeesSqlite = noClasses()
            .that()
            .resideOutsideOfPackage("nl.balansmonitor.documents.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "java.sql..");

    @ArchTest
    static final ArchRule onlyDocumentsCosmosSeesCosmosDb = noClasses()
            .that()
            .resideOutsideOfPackage("nl.balansmonitor.documents.cosmos..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.azure..", "reactor..");

    @Test
    void everyRoomUsesOnlyWhatItSays() {
        ApplicationModules.of(BalansMonitor.class).verify();
    }
}
