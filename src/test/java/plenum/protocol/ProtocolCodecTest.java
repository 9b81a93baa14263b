package plenum.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.protocol.Decoding.Decoded;
import plenum.protocol.Decoding.Malformed;
import plenum.protocol.SessionMessages.Join;
import plenum.protocol.StreamMessages.SetDevices;
import plenum.protocol.StreamMessages.View;
import plenum.protocol.StreamMessages.Wish;

@Tag("protocol")
class ProtocolCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProtocolCodec codec = new ProtocolCodec();

    static Stream<ClientMessage> everyClientMessage() {
        return ClientMessage.types().map(Messages::sample);
    }

    static Stream<ServerMessage> everyServerMessage() {
        return ServerMessage.types().map(Messages::record).map(ServerMessage.class::cast);
    }

    @ParameterizedTest
    @MethodSource("everyClientMessage")
    void readsEveryMessage(ClientMessage message) throws Exception {
        ObjectNode frame = JSON.valueToTree(message);
        frame.put("type", WireNames.of(message.getClass()));
        String text = frame.toString()
                .replace("\"CAMERA\"", "\"camera\"")
                .replace("\"LOBBY\"", "\"lobby\"")
                .replace("\"THUMBS_UP\"", "\"thumbs-up\"")
                .replace("\"FINE\"", "\"fine\"")
                .replace("\"UDP\"", "\"udp\"")
                .replace("\"SPEAKER\"", "\"speaker\"")
                .replace("\"EVERYBODY\"", "\"everybody\"")
                .replace("\"POINTS\"", "\"points\"");
        assertThat(codec.decode(text)).isEqualTo(new Decoded(message));
        ObjectNode extended = ((ObjectNode) JSON.readTree(text)).put("sender", "root");
        assertThat(codec.decode(extended.toString())).isInstanceOf(Malformed.class);
        for (var component : message.getClass().getRecordComponents()) {
            ObjectNode cut = (ObjectNode) JSON.readTree(text);
            cut.remove(component.getName());
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            assertThat(codec.decode(cut.toString())).isInstanceOf(optional ? Decoded.class : Malformed.class);
            assertThat(codec.decode(cut.putNull(component.getName()).toString()))
                    .isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("everyServerMessage")
    void writesEveryMessage(ServerMessage message) throws Exception {
        var frame = JSON.readTree(codec.encode(message));
        assertThat(frame.at("/type").asText()).isEqualTo(WireNames.of(message.getClass()));
        assertThat(frame.size()).isEqualTo(1 + message.getClass().getRecordComponents().length);
    }

    @Test
    void writesWordsInKebabCaseAndLeavesOutWhatIsAbsent() {
        assertThat(codec.encode(new Failed(Failed.Code.OUT_OF_PLACE, null)))
                .isEqualTo("{\"type\":\"failed\",\"code\":\"out-of-place\"}");
        assertThat(codec.encode(new StreamMessages.Speaking("p", false)))
                .isEqualTo("{\"type\":\"speaking\",\"participant\":\"p\",\"speaking\":false}");
        assertThat(codec.encode(new StreamMessages.Viewing(List.of())))
                .isEqualTo("{\"type\":\"viewing\",\"slots\":[]}");
    }

    @Test
    void readsNestedRecords() {
        assertThat(decode("{'type':'view','wishes':[{'slot':2,'participant':'p','source':'screen','height':720}]}"))
                .isEqualTo(new Decoded(new View(List.of(new Wish(2, "p", MediaSource.SCREEN, 720)))));
        assertThat(decode("{'camera':true,'type':'set-devices','microphone':false}"))
                .isEqualTo(new Decoded(new SetDevices(false, true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "{",
                "not json",
                "{'type':null}",
                "{'type':'nothing'}",
                "{'type':['leave']}",
                "{'type':'Leave'}",
                "{'type':'leave'} {}",
                "{'type':'leave'} x",
                "{'type':'leave','type':'leave'}",
                "{'type':'ping','type':'leave','sent':1}",
                "{'type':'ping','sent':1,'sent':2}",
                "{'type':'ping','sent':1.0}",
                "{'type':'ping','sent':'1'}",
                "{'type':'ping','sent':99999999999999999999}",
                "{'type':'ping','sent':NaN}",
                "{'type':'set-devices','microphone':'true','camera':true}",
                "{'type':'set-devices','microphone':1,'camera':true}",
                "{'type':'unpublish','source':'CAMERA'}",
                "{'type':'unpublish','source':0}",
                "{'type':'unpublish','source':'microphone'}",
                "{'type':'close-slot','slot':-1}",
                "{'type':'close-slot','slot':64}",
                "{'type':'speech','speaking':true,'level':101}",
                "{'type':'view','wishes':{}}",
                "{'type':'view','wishes':[null]}",
                "{'type':'view','wishes':[{'slot':0}]}",
                "{'type':'view','wishes':[[[[[[[[]]]]]]]]}",
                "{'type':'mute','participant':{'id':1}}",
                "{'type':'slot-candidate','slot':0,'epoch':1,'candidate':{'candidate':'c','mid':'0','line':0,'x':1}}"
            })
    void refusesEverythingElse(String frame) {
        assertThat(decode(frame)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"mute,participant,64", "publish,offer,65536", "join,name,80", "join,resume,64"})
    void refusesWhatIsTooLong(String type, String field, int limit) throws Exception {
        ClientMessage sample = everyClientMessage()
                .filter(message -> WireNames.of(message.getClass()).equals(type))
                .findFirst()
                .orElseThrow();
        ObjectNode frame =
                (ObjectNode) JSON.readTree(JSON.valueToTree(sample).toString().replace("CAMERA", "camera"));
        frame.put("type", type);
        assertThat(codec.decode(frame.put(field, "x".repeat(limit)).toString())).isInstanceOf(Decoded.class);
        assertThat(codec.decode(frame.put(field, "x".repeat(limit + 1)).toString()))
                .isInstanceOf(Malformed.class);
        assertThat(codec.decode(frame.put(field, "x".repeat(10_000)).toString().repeat(1)))
                .isInstanceOf(limit > 10_000 ? Decoded.class : Malformed.class);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(decode(join("🎉".repeat(80)))).isInstanceOf(Decoded.class);
        assertThat(decode(join("🎉".repeat(81)))).isInstanceOf(Malformed.class);
        assertThat(decode(join("  " + "x".repeat(80) + "  "))).isInstanceOf(Decoded.class);
        assertThat(decode(join("<script>alert(1)</script>")))
                .isEqualTo(new Decoded(new Join("<script>alert(1)</script>", true, true, null, null, null)));
    }

    @Test
    void refusesLongListsAndFrames() {
        String wish = "{'slot':0,'participant':'p','source':'camera','height':1}";
        String list = "{'type':'view','wishes':[" + (wish + ",").repeat(63) + wish + "]}";
        assertThat(decode(list)).isInstanceOf(Decoded.class);
        assertThat(decode(list.replace("]}", "," + wish + "]}"))).isInstanceOf(Malformed.class);
        assertThat(decode("{'type':'leave'" + " ".repeat(100_000) + "}")).isInstanceOf(Malformed.class);
    }

    @Test
    void repeatsNothingOfTheContentInItsReason() {
        Malformed malformed = (Malformed) decode("{'type':'join','name':7,'secret':'hunter2'}");
        assertThat(malformed.reason()).doesNotContain("hunter2", "secret");
    }

    private static String join(String name) {
        return "{'type':'join','name':'" + name + "','microphone':true,'camera':true}";
    }

    private Decoding decode(String frame) {
        return codec.decode(frame.replace('\'', '"'));
    }
}
