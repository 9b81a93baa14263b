package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.RawClient;
import plenum.mediaserver.RunningServer;

/** Sends the malformed and odd requests of the recording, and expects its replies to the letter, but for ids. */
@Tag("contract")
class EdgeCasesReplayTest {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Where we say something better, with the reason. */
    private static final Map<String, String> OUR_WORDS = Map.of(
            // the real one quotes its JSON library
            "in Json::Value::find(begin, end): requires objectValue or nullValue", "params should be an object");

    private final Map<String, String> oursByRecorded = new HashMap<>();

    @Test
    void answersEveryOddRequestAsTheRealServerDoes() throws Exception {
        List<String> problems = new ArrayList<>();
        int compared = 0;
        try (RunningServer server = RunningServer.start()) {
            RawClient client = new RawClient(server.uri());
            List<String> lines = Recording.lines("edge-cases.log");
            for (int i = 0; i + 1 < lines.size(); i++) {
                String line = lines.get(i);
                if (line.startsWith("no session")) {
                    client = new RawClient(server.uri());
                }
                if (!line.startsWith(">> ") || !lines.get(i + 1).startsWith("<< ")) {
                    continue;
                }
                String expected = lines.get(i + 1).substring(3);
                String actual = client.ask(mapped(line.substring(3)));
                compared++;
                if (!isSame(expected, actual)) {
                    problems.add(line + "\n  expected " + expected + "\n  but was  " + actual);
                }
                if (expected.equals("EOF") && !lines.get(i + 2).startsWith("EOF")) {
                    client = new RawClient(server.uri());
                }
            }
            client.close();
        }
        assertThat(problems).isEmpty();
        assertThat(compared).isGreaterThan(35);
    }

    private String mapped(String text) {
        return UUID.matcher(text).replaceAll(id -> oursByRecorded.getOrDefault(id.group(), id.group()));
    }

    /** Equal but for ids, and those change in step. What a server says of itself is compared elsewhere. */
    private boolean isSame(String expected, String actual) {
        String worded = expected;
        for (Map.Entry<String, String> ours : OUR_WORDS.entrySet()) {
            worded = worded.replace(ours.getKey(), ours.getValue());
        }
        if (expected.contains("ServerInfo")) {
            return actual.contains("ServerInfo");
        }
        Matcher recorded = UUID.matcher(worded);
        Matcher ours = UUID.matcher(actual);
        while (recorded.find() && ours.find()) {
            String known = oursByRecorded.putIfAbsent(recorded.group(), ours.group());
            if (known != null && !known.equals(ours.group())) {
                return false;
            }
        }
        return UUID.matcher(worded).replaceAll("U").equals(UUID.matcher(actual).replaceAll("U"));
    }
}
