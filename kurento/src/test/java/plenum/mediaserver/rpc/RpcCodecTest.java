package plenum.mediaserver.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mediaserver.object.KurentoJson;

@Tag("rpc")
class RpcCodecTest {
    private static final String GOOD =
            "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"invoke\",\"params\":{\"object\":\"x\",\"n\":[1,2.5,{\"a\":null}]}}";

    private final RpcCodec codec = new RpcCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not json",
                "{",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"} trailing",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}{}",
                "{'jsonrpc':'2.0'}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":NaN}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":01}",
                "\"\\ud800",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":[1]}"
            })
    void cannotReadWhatIsNotJsonOrHasParametersInAList(String text) {
        assertThat(codec.read(text)).isInstanceOf(Incoming.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "null",
                "true",
                "\"ping\"",
                "[]",
                "{}",
                "{\"id\":4,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":null}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"ping\"}"
            })
    void findsNoRequestInOtherJson(String text) {
        assertThat(codec.read(text)).isInstanceOf(Incoming.Invalid.class);
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String name = "{\"" + "n".repeat(100_000) + "\":1}";
        String number = "{\"n\":" + "9".repeat(10_000) + "}";

        assertThat(codec.read(deep)).isInstanceOf(Incoming.Unreadable.class);
        assertThat(codec.read(name)).isInstanceOf(Incoming.Unreadable.class);
        assertThat(codec.read(number)).isInstanceOf(Incoming.Unreadable.class);
    }

    @Test
    void readsAnyDamagedRequestWithoutThrowing() {
        Random random = new Random(7);
        int readable = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder damaged = new StringBuilder(GOOD);
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x80));
            }
            readable += codec.read(damaged.toString()) instanceof RpcRequest ? 1 : 0;
        }
        assertThat(readable).isPositive();
    }

    @Test
    void writesCompactlyWithSortedKeys() {
        ObjectNode message = KurentoJson.object().put("z", 1).put("E", 2.0).put("_", "x");
        message.set("a", KurentoJson.object().put("d", true).put("c", 1));

        assertThat(codec.write(message)).isEqualTo("{\"E\":2.0,\"_\":\"x\",\"a\":{\"c\":1,\"d\":true},\"z\":1}");
    }
}
