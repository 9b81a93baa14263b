package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.protocol.ClientMessage;
import plenum.protocol.DoorMessages;
import plenum.protocol.ModerationMessages;
import plenum.protocol.Rate;
import plenum.protocol.SessionMessages;
import plenum.protocol.WireNames;
import plenum.socket.Wire.CloseReason;

/** How often each message may be said. */
@Tag("signaling")
class MessageRateTest {
    /** After one of these nothing more is said. */
    private static final Set<Class<?>> LAST_WORDS =
            Set.of(SessionMessages.Leave.class, ModerationMessages.EndMeeting.class);

    private final TwoMeetings meetings = new TwoMeetings();

    static Stream<Class<?>> everyMessage() {
        return ClientMessage.types();
    }

    static Stream<Class<?>> everyMessageThatCanBeRepeated() {
        return everyMessage().filter(type -> !LAST_WORDS.contains(type));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void isDeclared(Class<?> type) {
        Rate rate = type.getAnnotation(Rate.class);
        assertThat(rate).as("@Rate of %s", type).isNotNull();
        assertThat(rate.burst()).isBetween(1, 600);
        assertThat(rate.perMinute()).isBetween(1, 3000);
    }

    @ParameterizedTest
    @MethodSource("everyMessageThatCanBeRepeated")
    void holdsForEachMessage(Class<?> type) {
        FakeTab tab = meetings.creator(meetings.ours).join("Carla Creator");
        String frame = frames().of(type);
        for (int i = 0; i <= type.getAnnotation(Rate.class).burst(); i++) {
            tab.say(frame);
        }
        assertThat(tab.heard.getLast()).isEqualTo(throttled(type));
    }

    @Test
    void whatIsTooMuchHasNoEffect() {
        int burst = DoorMessages.Rename.class.getAnnotation(Rate.class).burst();
        int before = meetings.cleo.heard.size();
        for (int i = 0; i < 200; i++) {
            meetings.vera.say("{\"type\":\"rename\",\"name\":\"Vera " + i + "\"}");
        }
        assertThat(meetings.cleo.heard).hasSize(before + burst);
        assertThat(meetings.vera.closed()).isNull();

        meetings.vera.say("{\"type\":\"speech\",\"speaking\":true,\"level\":50}");
        assertThat(meetings.vera.heard.getLast()).as("another message").doesNotContain("throttled");

        meetings.time.pass(Duration.ofSeconds(10));
        before = meetings.cleo.heard.size();
        meetings.vera.say("{\"type\":\"rename\",\"name\":\"Vera again\"}");
        assertThat(meetings.cleo.heard).hasSize(before + 1);
    }

    @Test
    void whoNeverStopsIsCutOff() {
        for (int i = 0; i < 3000 && meetings.vera.closed() == null; i++) {
            meetings.vera.say("{\"type\":\"ping\",\"sent\":" + i + "}");
        }
        assertThat(meetings.vera.closed()).isEqualTo(CloseReason.TOO_OFTEN);
    }

    @Test
    void whoIsNotInMaySayLittle() {
        FakeTab stranger = meetings.stranger(meetings.ours);
        for (int i = 0; i < 30; i++) {
            stranger.say("{\"type\":\"ping\",\"sent\":" + i + "}");
        }
        assertThat(stranger.heard)
                .hasSize(30)
                .filteredOn(text -> text.contains("pong"))
                .hasSize(20);
    }

    /** What a tab says that joins a meeting with all tiles, at once. */
    @Test
    void aJoinWithEverythingFits() {
        FakeTab tab = meetings.stranger(meetings.ours).join("Ada");
        String offer = "v=0 ".repeat(2000);
        tab.say("{\"type\":\"catch-up\"}");
        tab.say("{\"type\":\"set-devices\",\"microphone\":true,\"camera\":true}");
        for (String source : new String[] {"camera", "screen"}) {
            tab.say("{\"type\":\"publish\",\"source\":\"" + source + "\",\"epoch\":1,\"offer\":\"" + offer + "\"}");
        }
        for (int slot = 0; slot < 28; slot++) {
            tab.say("{\"type\":\"receive\",\"slot\":" + slot + ",\"epoch\":1,\"offer\":\"" + offer + "\"}");
            for (int candidate = 0; candidate < 20; candidate++) {
                tab.say("{\"type\":\"slot-candidate\",\"slot\":" + slot
                        + ",\"epoch\":1,\"candidate\":{\"candidate\":\"candidate:1 1 udp 1 192.0.2.1 1 typ host\","
                        + "\"mid\":\"0\",\"line\":0}}");
            }
        }
        assertThat(tab.heard).noneMatch(text -> text.contains("throttled"));
    }

    private Frames frames() {
        return new Frames(Map.of("participant", meetings.vera.self(), "poll", TwoMeetings.POLL, "offer", "v=0"));
    }

    private static String throttled(Class<?> type) {
        return "{\"type\":\"failed\",\"code\":\"throttled\",\"about\":\"" + WireNames.of(type) + "\"}";
    }
}
