package nl.balansmonitor.teams.botframework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.balansmonitor.teams.botframework.ActivityReader.Result.Understood;
import nl.balansmonitor.teams.botframework.Incoming.Kind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ActivityReaderTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ActivityReader reader = new ActivityReader(JSON);

    @Test
    void readsAMessageInTheThreadOfAChannel() {
        Incoming incoming = read("""
                "type":"message","id":"1700","text":"<at>Balans</at>&nbsp;Start  \\n","locale":"nl-NL","replyToId":"17",
                "timestamp":"2026-03-02T09:00:00Z",
                "conversation":{"id":"19:zwaluw@thread.tacv2;messageid=17","conversationType":"channel","tenantId":"t-1"},
                "recipient":{"id":"28:bot","name":"Balans"},"from":{"id":"29:noor","aadObjectId":"aad-noor","name":"Noor"},
                "entities":[{"type":"mention","text":"<at>Balans</at>","mentioned":{"id":"28:bot"}}],
                "channelData":{"team":{"id":"19:team"},"channel":{"id":"19:zwaluw@thread.tacv2"}}""");
        assertThat(incoming.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(incoming.text()).isEqualTo("Start");
        assertThat(incoming.value().isMissingNode()).isTrue();
        assertThat(incoming.locale()).contains("nl-NL");
        assertThat(incoming.replyTo()).contains("17");
        assertThat(incoming.teamId()).contains("19:team");
        assertThat(incoming.from().aadObjectId()).contains("aad-noor");
        Conversation conversation = incoming.conversation();
        assertThat(conversation.id()).isEqualTo("19:zwaluw@thread.tacv2");
        assertThat(conversation.thread()).contains("17");
        assertThat(conversation.type()).isEqualTo(Conversation.Type.CHANNEL);
        assertThat(conversation.tenantId()).isEqualTo("t-1");
        assertThat(conversation.botId()).isEqualTo("28:bot");
    }

    @Test
    void keepsTheMentionsOfOthers() {
        assertThat(read("""
                        "type":"message","text":"<at>Bo</at> leiders <at>Bo</at>","conversation":{"id":"c"},
                        "from":{"id":"29:noor"},"recipient":{"id":"28:bot"},
                        "entities":[{"type":"mention","text":"<at>Bo</at>","mentioned":{"id":"29:bo"}}]""").text()).isEqualTo("<at>Bo</at> leiders <at>Bo</at>");
    }

    @Test
    void handsOverAnInvokesValueWhole() {
        Incoming incoming = read("""
                "type":"invoke","name":"adaptiveCard/action","conversation":{"id":"a:1"},"from":{"id":"29:noor"},
                "value":{"action":{"verb":"thermometer.react","data":{"score":"3"}},"trigger":"manual"}""");
        assertThat(incoming.kind()).isEqualTo(Kind.INVOKE);
        assertThat(incoming.name()).isEqualTo("adaptiveCard/action");
        assertThat(incoming.value().at("/action/data/score").asString()).isEqualTo("3");
        assertThat(incoming.value().path("trigger").asString()).isEqualTo("manual");
    }

    @Test
    void tellsWhoInstalledTheBot() {
        Incoming incoming = read("""
                "type":"installationUpdate","action":"add","conversation":{"id":"c"},"from":{"id":"29:noor"}""");
        assertThat(incoming.kind()).isEqualTo(Kind.INSTALLATION_UPDATE);
        assertThat(incoming.name()).isEqualTo("add");
        assertThat(incoming.from().teamsId()).isEqualTo("29:noor");
    }

    @Test
    void tellsWhoCameAndWhoLeft() {
        Incoming incoming = read("""
                "type":"conversationUpdate","conversation":{"id":"c"},"channelData":{"eventType":"teamMemberAdded"},
                "membersAdded":[{"id":"29:noor"},{"id":"28:bot"}],"membersRemoved":[{"id":"29:bo"},{},7]""");
        assertThat(incoming.kind()).isEqualTo(Kind.CONVERSATION_UPDATE);
        assertThat(incoming.name()).isEqualTo("teamMemberAdded");
        assertThat(incoming.membersAdded()).containsExactly("29:noor", "28:bot");
        assertThat(incoming.membersRemoved()).containsExactly("29:bo");
    }

    @Test
    void findsTheLocaleAndTheTenantWhereSomeClientsPutThem() {
        Incoming incoming = read("""
                "type":"typing","conversation":{"id":"c"},"entities":[{"type":"clientInfo","locale":"en-GB"}],
                "channelData":{"tenant":{"id":"t-1"}}""");
        assertThat(incoming.kind()).isEqualTo(Kind.OTHER);
        assertThat(incoming.name()).isEqualTo("typing");
        assertThat(incoming.locale()).contains("en-GB");
        assertThat(incoming.conversation().tenantId()).isEqualTo("t-1");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"conversationType\":\"groupChat\"',GROUP_CHAT",
        "'\"conversationType\":\"personal\"',PERSONAL",
        "'\"isGroup\":true',GROUP_CHAT",
        "'\"isGroup\":\"perhaps\"',PERSONAL"
    })
    void tellsTheKindsOfConversationApart(String said, Conversation.Type type) {
        assertThat(read("\"type\":\"event\",\"conversation\":{\"id\":\"c\",%s}".formatted(said))
                        .conversation()
                        .type())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":{\"a\":1},\"value\":null,\"locale\":7",
                "\"entities\":\"none\",\"channelData\":[],\"membersAdded\":{\"id\":1}",
                "\"recipient\":5,\"entities\":[null,1,{\"type\":\"mention\"},{\"type\":\"mention\",\"text\":\"\"}]"
            })
    void readsAFieldOfTheWrongTypeAsMissing(String odd) {
        Incoming incoming =
                read("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"29:noor\"}," + odd);
        assertThat(incoming.text()).isEmpty();
        assertThat(incoming.value().isMissingNode()).isTrue();
        assertThat(incoming.locale()).isEmpty();
        assertThat(incoming.membersAdded()).isEmpty();
    }

    @Test
    void survivesAnIdThatIsOnlyAThread() {
        assertThat(read("\"type\":\"event\",\"conversation\":{\"id\":\";messageid=1\"}")
                        .conversation()
                        .id())
                .isEqualTo(";messageid=1");
    }

    @Test
    void storesAConversationAsJson() {
        Conversation thread = read("\"type\":\"event\",\"conversation\":{\"id\":\"19:z@thread.tacv2;messageid=17\"}")
                .conversation();
        for (Conversation conversation : new Conversation[] {thread, thread.withoutThread()}) {
            assertThat(JSON.readValue(JSON.writeValueAsString(conversation), Conversation.class))
                    .isEqualTo(conversation);
        }
        assertThat(thread.withoutThread().inThread("17")).isEqualTo(thread);
    }

    private Incoming read(String fields) {
        String activity = "{\"serviceUrl\":\"https://smba.example/emea/\",\"channelId\":\"msteams\"," + fields + "}";
        return assertThat(reader.read(activity.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(InstanceOfAssertFactories.type(Understood.class))
                .actual()
                .incoming();
    }
}
