package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.conference.PermissionTable;
import plenum.meeting.Role;
import plenum.protocol.ClientMessage;
import plenum.protocol.Messages;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SessionMessages;
import plenum.protocol.WireNames;

/**
 * Every message from everybody in every state, from the text that comes in to the texts that go out. Who holds which permission is in
 * {@code PermissionTableTest}; here it is seen that nothing happens without it, and that nobody outside learns anything.
 */
@Tag("signaling")
class EveryStateTest {
    /** What may be answered although the role would allow it: only who leads has a view to show. */
    private static final Set<Class<?>> NEEDS_MORE = Set.of(ModerationMessages.LeadView.class);

    private final PermissionTable permissions = new PermissionTable();

    /** Who says it. */
    enum State {
        NOBODY(null),
        WAITING(null),
        PARTICIPANT(Role.PARTICIPANT),
        SECOND_DEVICE(Role.PARTICIPANT),
        MODERATOR(Role.MODERATOR),
        CREATOR(Role.CREATOR),
        REMOVED(null),
        LEFT(null),
        TAKEN_OVER(null),
        SENT_AWAY(null),
        OTHER_MEETING(null);

        private final Role role;

        State(Role role) {
            this.role = role;
        }
    }

    static Stream<Arguments> everyMessageInEveryState() {
        return Stream.of(State.values()).flatMap(state -> ClientMessage.types().map(type -> Arguments.of(state, type)));
    }

    @ParameterizedTest
    @MethodSource("everyMessageInEveryState")
    void doesWhatTheTableAllowsAndNothingElse(State state, Class<?> type) {
        TwoMeetings meetings = new TwoMeetings();
        FakeTab speaker = speaker(state, meetings);
        String frame = frames(meetings).of(type);
        List<String> before = List.copyOf(speaker.heard);
        int heardInside = meetings.heardInside();

        speaker.say(frame);

        List<String> answers = new ArrayList<>(speaker.heard.subList(before.size(), speaker.heard.size()));
        int ownAnswers = state == State.MODERATOR || state == State.CREATOR ? answers.size() : 0;
        boolean silence = meetings.heardInside() - ownAnswers == heardInside;
        switch (state) {
            case NOBODY -> outside(meetings, type, speaker, answers, silence || type == SessionMessages.Join.class);
            case WAITING -> outside(meetings, type, speaker, answers, silence);
            case REMOVED, LEFT, TAKEN_OVER, SENT_AWAY -> {
                assertThat(answers).isEmpty();
                assertThat(silence).isTrue();
            }
            case OTHER_MEETING -> {
                assertThat(silence).as("what our people hear").isTrue();
                assertNothingIsTold(speaker.heard);
            }
            case PARTICIPANT, SECOND_DEVICE, MODERATOR, CREATOR -> inside(state.role, type, answers, silence);
        }
    }

    private static void outside(
            TwoMeetings meetings, Class<?> type, FakeTab speaker, List<String> answers, boolean silence) {
        assertThat(silence).as("what people inside hear").isTrue();
        assertNothingIsTold(speaker.heard);
        assertThat(String.join("\n", speaker.heard))
                .doesNotContain(meetings.vera.self())
                .doesNotContain(meetings.ours.meeting().code().toString())
                .doesNotContain("token-");
        if (type == SessionMessages.Ping.class) {
            assertThat(answers).singleElement().asString().contains("\"pong\"");
        } else if (type == SessionMessages.Join.class && answers.getFirst().contains("\"waiting\"")) {
            assertThat(answers).hasSize(1);
        } else {
            assertThat(answers).containsExactly(failed("out-of-place", type));
        }
    }

    private void inside(Role role, Class<?> type, List<String> answers, boolean silence) {
        boolean allowed = permissions.allows(Optional.of(role), Messages.sample(type)) && !NEEDS_MORE.contains(type);
        if (allowed) {
            assertThat(answers).doesNotContain(failed("forbidden", type), failed("out-of-place", type));
        } else {
            String code = type == SessionMessages.Join.class ? "out-of-place" : "forbidden";
            assertThat(answers).containsExactly(failed(code, type));
        }
        assertThat(silence || allowed).as("nothing happened").isTrue();
    }

    private static void assertNothingIsTold(List<String> heard) {
        for (String secret : TwoMeetings.SECRETS) {
            assertThat(String.join("\n", heard)).doesNotContain(secret);
        }
    }

    private static String failed(String code, Class<?> type) {
        return "{\"type\":\"failed\",\"code\":\"" + code + "\",\"about\":\"" + WireNames.of(type) + "\"}";
    }

    private static FakeTab speaker(State state, TwoMeetings meetings) {
        FakeTab late = meetings.stranger(meetings.ours);
        FakeTab speaker =
                switch (state) {
                    case NOBODY, WAITING, SENT_AWAY -> late;
                    case PARTICIPANT, REMOVED, LEFT, TAKEN_OVER -> late.join("Paul Participant");
                    case SECOND_DEVICE -> secondDevice(meetings, late.join("Paul Participant"));
                    case MODERATOR -> meetings.mona;
                    case CREATOR -> meetings.cleo;
                    case OTHER_MEETING -> meetings.creator(meetings.other).join("Otto Other");
                };
        meetings.close();
        switch (state) {
            case WAITING -> speaker.join("Wim Waiting");
            case SENT_AWAY -> {
                speaker.join("Wim Waiting");
                String knock = meetings.cleo.last("knocking").at("/people/1/id").asText();
                meetings.cleo.say("{\"type\":\"refuse\",\"knock\":\"" + knock + "\"}");
            }
            case REMOVED ->
                meetings.cleo.say("{\"type\":\"remove\",\"block\":false,\"participant\":\"" + speaker.self() + "\"}");
            case LEFT -> speaker.say("{\"type\":\"leave\"}");
            case TAKEN_OVER ->
                resume(meetings, speaker.last("welcome").path("resume").asText());
            default -> {}
        }
        return speaker;
    }

    private static FakeTab secondDevice(TwoMeetings meetings, FakeTab first) {
        String link = first.say("{\"type\":\"link-device\"}")
                .last("device-link")
                .path("link")
                .asText();
        String token = link.substring(link.indexOf("device-"));
        return meetings.stranger(meetings.ours)
                .say("{\"type\":\"join\",\"name\":\"x\",\"microphone\":true,\"camera\":true,\"device\":\"" + token
                        + "\"}");
    }

    private static void resume(TwoMeetings meetings, String token) {
        meetings.stranger(meetings.ours)
                .say("{\"type\":\"join\",\"name\":\"x\",\"microphone\":true,\"camera\":true,\"resume\":\"" + token
                        + "\"}");
    }

    private static Frames frames(TwoMeetings meetings) {
        return new Frames(Map.of(
                "participant",
                meetings.vera.self(),
                "knock",
                meetings.knock(),
                "poll",
                TwoMeetings.POLL,
                "message",
                meetings.chatMessage,
                "replyTo",
                meetings.chatMessage,
                "password",
                "long enough",
                "before",
                1000,
                "offer",
                "v=0"));
    }
}
