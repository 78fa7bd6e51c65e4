package nl.balansmonitor.documents.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import nl.balansmonitor.documents.Partition;
import org.junit.jupiter.api.Test;

class RequestChargeTest {

    private static final Partition ZWALUW = new Partition("De Zwaluw");

    record Note(String text) {}

    @Test
    void measuresWhatEachOperationCostsWithoutSayingOfWhat() {
        var meters = new SimpleMeterRegistry();
        var settings = CosmosPeer.settings(CosmosPeer.shared().address());
        try (var documents = Account.of(settings, meters).connect(new SecureRandom())) {
            documents.create(ZWALUW.key("note"), new Note("kept"));
            documents.read(ZWALUW.key("note"), Note.class);

            await().untilAsserted(
                            () -> assertThat(meters.find("cosmos.client.op.RUs").summaries())
                                    .filteredOn(charge -> charge.totalAmount() > 0)
                                    .extracting(charge -> charge.getId().getTag("Operation"))
                                    .contains("Document/Create", "Document/Read"));
            assertThat(meters.getMeters())
                    .flatMap(meter -> meter.getId().getTags())
                    .extracting(Tag::getValue)
                    .noneMatch(value -> value.contains("note") || value.contains("Zwaluw"));
        }
    }
}
