package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.meeting.Role;
import plenum.protocol.ClientMessage;
import plenum.protocol.Messages;

/** Every role against every message. What is expected is written here by hand, so that the table cannot agree with itself. */
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
        Permission needed = table.neededFor(message);
        assertThat(needed.isHeldBy(Optional.empty()))
                .isEqualTo(message instanceof ClientMessage.Join || message instanceof ClientMessage.Ping);
        for (Role role : Role.values()) {
            assertThat(needed.isHeldBy(Optional.of(role)))
                    .as("%s sends %s", role, message.getClass().getSimpleName())
                    .isEqualTo(expected(message).contains(role));
        }
    }

    private static Set<Role> expected(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Join join -> Set.of();
            case ClientMessage.Rename rename -> EVERYBODY;
            case ClientMessage.LinkDevice link -> EVERYBODY;
            case ClientMessage.Admit admit -> MODERATORS;
            case ClientMessage.Refuse refuse -> MODERATORS;
            case ClientMessage.AdmitAll all -> MODERATORS;
            case ClientMessage.SetPassword password -> MODERATORS;
            case ClientMessage.Mute mute -> MODERATORS;
            case ClientMessage.MuteAll all -> MODERATORS;
            case ClientMessage.StopVideo stop -> MODERATORS;
            case ClientMessage.StopAllVideos all -> MODERATORS;
            case ClientMessage.AllowDevices allow -> MODERATORS;
            case ClientMessage.Promote promote -> MODERATORS;
            case ClientMessage.Demote demote -> MODERATORS;
            case ClientMessage.Remove remove -> MODERATORS;
            case ClientMessage.SetSwitch change -> MODERATORS;
            case ClientMessage.Spotlight spotlight -> MODERATORS;
            case ClientMessage.Lead lead -> MODERATORS;
            case ClientMessage.LeadView view -> MODERATORS;
            case ClientMessage.EndMeeting end -> MODERATORS;
            case ClientMessage.BreakoutAdd add -> MODERATORS;
            case ClientMessage.BreakoutRename rename -> MODERATORS;
            case ClientMessage.BreakoutDelete delete -> MODERATORS;
            case ClientMessage.BreakoutAssign assign -> MODERATORS;
            case ClientMessage.BreakoutSpread spread -> MODERATORS;
            case ClientMessage.BreakoutOpen open -> MODERATORS;
            case ClientMessage.BreakoutClose close -> MODERATORS;
            case ClientMessage.BreakoutGo go -> EVERYBODY;
            case ClientMessage.BreakoutAnnounce announce -> MODERATORS;
            case ClientMessage.BreakoutHelp help -> EVERYBODY;
            case ClientMessage.BreakoutHelped helped -> MODERATORS;
            case ClientMessage.ChatRemove remove -> MODERATORS;
            case ClientMessage.LowerHand lower -> MODERATORS;
            case ClientMessage.LowerAllHands lower -> MODERATORS;
            case ClientMessage.CatchUp ask -> EVERYBODY;
            case ClientMessage.ChatHistory ask -> EVERYBODY;
            case ClientMessage.ChatSend send -> EVERYBODY;
            case ClientMessage.ChatEdit edit -> EVERYBODY;
            case ClientMessage.ChatDelete delete -> EVERYBODY;
            case ClientMessage.RaiseHand raise -> EVERYBODY;
            case ClientMessage.React react -> EVERYBODY;
            case ClientMessage.PollSave save -> EVERYBODY;
            case ClientMessage.PollOpen open -> EVERYBODY;
            case ClientMessage.PollClose close -> EVERYBODY;
            case ClientMessage.PollDelete delete -> EVERYBODY;
            case ClientMessage.PollVote vote -> EVERYBODY;
            case ClientMessage.PollVoterList ask -> EVERYBODY;
            case ClientMessage.Leave leave -> EVERYBODY;
            case ClientMessage.Ping ping -> EVERYBODY;
            case ClientMessage.SetDevices devices -> EVERYBODY;
            case ClientMessage.Publish publish -> EVERYBODY;
            case ClientMessage.Unpublish unpublish -> EVERYBODY;
            case ClientMessage.PublishCandidate candidate -> EVERYBODY;
            case ClientMessage.Receive receive -> EVERYBODY;
            case ClientMessage.CloseSlot close -> EVERYBODY;
            case ClientMessage.SlotCandidate candidate -> EVERYBODY;
            case ClientMessage.View view -> EVERYBODY;
            case ClientMessage.ReportReach report -> EVERYBODY;
            case ClientMessage.ReportLink report -> EVERYBODY;
            case ClientMessage.Speech speech -> EVERYBODY;
        };
    }
}
