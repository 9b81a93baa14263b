package plenum.mediaserver.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("object")
class ValueTypeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ValueType<TimeUnit> UNIT = ValueType.enumeration("TimeUnit", TimeUnit.class);

    private final TestObject.World world = new TestObject.World();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        text    | "x"       | x
        text    | 7         | 7
        text    | true      | true
        int     | 7         | 7
        int     | 7.0       | 7
        int     | true      | 1
        boolean | true      | true
        boolean | 0         | false
        unit    | "SECONDS" | SECONDS
        object  | {"p":1}   | {"__module__":"kurento","__type__":"Caps","p":1}
        """)
    void takesWhatTheRealServerTakes(String type, String json, String expected) throws Exception {
        assertThat(read(type, json)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        text    | {}          | 'p' parameter should be a string
        text    | []          | 'p' parameter should be a string
        text    | null        | 'p' parameter should be a string
        int     | "7"         | 'p' parameter should be an integer
        int     | 99999999999 | 'p' parameter should be an integer
        int     | 1e400       | 'p' parameter should be an integer
        boolean | "true"      | 'p' parameter should be a boolean
        unit    | "SMELL"     | Invalid value for 'TimeUnit'
        unit    | []          | 'p' parameter should be a string
        object  | 7           | 'p' parameter should be an object
        """)
    void refusesTheRestWithAReason(String type, String json, String message) {
        assertThatThrownBy(() -> read(type, json))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MARSHALL_ERROR))
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsMissing() {
        assertThatThrownBy(() -> Arguments.read(
                        List.of(Parameter.required("p", ValueType.STRING)), KurentoJson.object(), world.registry))
                .hasMessage("'p' parameter should be a string");
    }

    @Test
    void findsObjectsByTheirIds() {
        ValueType<TestObject> type = ValueType.reference("Test", TestObject.class);
        TestObject object = world.make("a", null);

        assertThat(type.read("p", KurentoJson.text(object.id()), world.registry))
                .isSameAs(object);
        assertThat(type.write(object).textValue()).isEqualTo(object.id());
        assertThatThrownBy(() -> type.read("p", KurentoJson.text("nope"), world.registry))
                .hasMessage("Object 'nope' not found");
    }

    @Test
    void fallsBackForWhatIsOptional() {
        Parameter<Integer> withFallback = Parameter.optional("a", ValueType.INT, 5);
        Parameter<Integer> without = Parameter.optional("b", ValueType.INT);
        Arguments arguments = Arguments.read(
                List.of(withFallback, without), KurentoJson.object().putNull("a"), world.registry);

        assertThat(arguments.get(withFallback)).isEqualTo(5);
        assertThat(arguments.find(without)).isEmpty();
    }

    private Object read(String type, String json) throws JsonProcessingException {
        ValueType<?> valueType =
                switch (type) {
                    case "text" -> ValueType.STRING;
                    case "int" -> ValueType.INT;
                    case "boolean" -> ValueType.BOOLEAN;
                    case "unit" -> UNIT;
                    case "object" -> ValueType.remembered("Caps");
                    default -> throw new IllegalArgumentException(type);
                };
        ObjectNode given = KurentoJson.object();
        given.set("p", JSON.readTree(json));
        Parameter<?> parameter = Parameter.required("p", valueType);
        return Arguments.read(List.of(parameter), given, world.registry).get(parameter);
    }
}
