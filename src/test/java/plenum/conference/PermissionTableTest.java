package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.meeting.Role;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.ChatMessages;
import plenum.protocol.ClientMessage;
import plenum.protocol.DeskMessages;
import plenum.protocol.DoorMessages;
import plenum.protocol.InkMessages;
import plenum.protocol.Messages;
import plenum.protocol.ModerationMessages;
import plenum.protocol.PersonMessages;
import plenum.protocol.PollMessages;
import plenum.protocol.ReactionMessages;
import plenum.protocol.RecordingMessages;
import plenum.protocol.SecrecyMessages;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;
import plenum.protocol.TimerMessages;
import plenum.protocol.WhiteboardMessages;

/** Every role against every message. What is expected is written here by hand, so that the table cannot agree with itself. */
@Tag("conference")
class PermissionTableTest {
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> MODERATORS = EnumSet.of(Role.CREATOR, Role.MODERATOR);

    private final PermissionTable table = new PermissionTable();

    static Stream<ClientMessage> everyMessage() {
        return ClientMessage.types().map(Messages::sample);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void holdsForEveryRoleAndNobody(ClientMessage message) {
        assertThat(table.allows(Optional.empty(), message))
                .isEqualTo(message instanceof SessionMessages.Join || message instanceof SessionMessages.Ping);
        for (Role role : Role.values()) {
            assertThat(table.allows(Optional.of(role), message))
                    .as("%s sends %s", role, message.getClass().getSimpleName())
                    .isEqualTo(expected(message).contains(role));
        }
    }

    private static Set<Role> expected(ClientMessage message) {
        return switch (message) {
            case SessionMessages.Join join -> Set.of();
            case DoorMessages.Rename rename -> EVERYBODY;
            case DoorMessages.LinkDevice link -> EVERYBODY;
            case DoorMessages.Admit admit -> MODERATORS;
            case DoorMessages.Refuse refuse -> MODERATORS;
            case DoorMessages.AdmitAll all -> MODERATORS;
            case DoorMessages.RefuseAll all -> MODERATORS;
            case DoorMessages.SetPassword password -> MODERATORS;
            case ModerationMessages.Mute mute -> MODERATORS;
            case ModerationMessages.MuteAll all -> MODERATORS;
            case ModerationMessages.StopVideo stop -> MODERATORS;
            case ModerationMessages.StopAllVideos all -> MODERATORS;
            case ModerationMessages.AllowDevices allow -> MODERATORS;
            case ModerationMessages.Promote promote -> MODERATORS;
            case ModerationMessages.Demote demote -> MODERATORS;
            case ModerationMessages.Remove remove -> MODERATORS;
            case ModerationMessages.SetSwitch change -> MODERATORS;
            case ModerationMessages.Spotlight spotlight -> MODERATORS;
            case ModerationMessages.KeepBeside keep -> MODERATORS;
            case ModerationMessages.Lead lead -> MODERATORS;
            case ModerationMessages.LeadView view -> MODERATORS;
            case ModerationMessages.EndMeeting end -> MODERATORS;
            case BreakoutMessages.BreakoutAdd add -> MODERATORS;
            case BreakoutMessages.BreakoutRename rename -> MODERATORS;
            case BreakoutMessages.BreakoutDelete delete -> MODERATORS;
            case BreakoutMessages.BreakoutAssign assign -> MODERATORS;
            case BreakoutMessages.BreakoutSpread spread -> MODERATORS;
            case BreakoutMessages.BreakoutOpen open -> MODERATORS;
            case BreakoutMessages.BreakoutClose close -> MODERATORS;
            case BreakoutMessages.BreakoutGo go -> EVERYBODY;
            case BreakoutMessages.BreakoutAnnounce announce -> MODERATORS;
            case BreakoutMessages.BreakoutHelp help -> EVERYBODY;
            case BreakoutMessages.BreakoutHelped helped -> MODERATORS;
            case TimerMessages.Ask timer -> MODERATORS;
            case SecrecyMessages.Ask secrecy -> EVERYBODY;
            case RecordingMessages.ConsentToRecording consent -> EVERYBODY;
            case RecordingMessages.Ask recording -> MODERATORS;
            case DeskMessages.Ask desk -> MODERATORS;
            case PersonMessages.Ask own -> Set.of();
            case InkMessages.Ask ink -> EVERYBODY;
            case WhiteboardMessages.BoardClear clear -> MODERATORS;
            case WhiteboardMessages.BoardRules rules -> MODERATORS;
            case WhiteboardMessages.BoardShow show -> EVERYBODY;
            case WhiteboardMessages.BoardOpen open -> EVERYBODY;
            case WhiteboardMessages.BoardMore more -> EVERYBODY;
            case WhiteboardMessages.BoardClose close -> EVERYBODY;
            case WhiteboardMessages.BoardDraw draw -> EVERYBODY;
            case WhiteboardMessages.BoardPoint point -> EVERYBODY;
            case WhiteboardMessages.BoardLook look -> EVERYBODY;
            case WhiteboardMessages.BoardFollow follow -> EVERYBODY;
            case ChatMessages.ChatRemove remove -> MODERATORS;
            case ReactionMessages.LowerHand lower -> MODERATORS;
            case ReactionMessages.LowerAllHands lower -> MODERATORS;
            case SessionMessages.CatchUp ask -> EVERYBODY;
            case ChatMessages.ChatHistory ask -> EVERYBODY;
            case ChatMessages.ChatSend send -> EVERYBODY;
            case ChatMessages.ChatEdit edit -> EVERYBODY;
            case ChatMessages.ChatDelete delete -> EVERYBODY;
            case ReactionMessages.RaiseHand raise -> EVERYBODY;
            case ReactionMessages.React react -> EVERYBODY;
            case PollMessages.PollSave save -> EVERYBODY;
            case PollMessages.PollOpen open -> EVERYBODY;
            case PollMessages.PollClose close -> EVERYBODY;
            case PollMessages.PollDelete delete -> EVERYBODY;
            case PollMessages.PollVote vote -> EVERYBODY;
            case PollMessages.PollVoterList ask -> EVERYBODY;
            case SessionMessages.Leave leave -> EVERYBODY;
            case SessionMessages.Ping ping -> EVERYBODY;
            case StreamMessages.SetDevices devices -> EVERYBODY;
            case StreamMessages.Publish publish -> EVERYBODY;
            case StreamMessages.Unpublish unpublish -> EVERYBODY;
            case StreamMessages.PublishCandidate candidate -> EVERYBODY;
            case StreamMessages.Receive receive -> EVERYBODY;
            case StreamMessages.CloseSlot close -> EVERYBODY;
            case StreamMessages.SlotCandidate candidate -> EVERYBODY;
            case StreamMessages.View view -> EVERYBODY;
            case StreamMessages.ReportReach report -> EVERYBODY;
            case StreamMessages.ReportLink report -> EVERYBODY;
            case StreamMessages.Speech speech -> EVERYBODY;
        };
    }
}
