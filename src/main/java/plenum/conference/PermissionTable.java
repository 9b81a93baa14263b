package plenum.conference;

import java.util.HashMap;
import java.util.Map;
import plenum.protocol.ClientMessage;

/** The permission that each message needs: the one table. Making it fails when a message has no row. */
public final class PermissionTable {
    private final Map<Class<? extends ClientMessage>, Permission> rows = new HashMap<>();

    public PermissionTable() {
        rows.put(ClientMessage.Join.class, Permission.ENTER);
        rows.put(ClientMessage.Ping.class, Permission.PROBE);
        rows.put(ClientMessage.Leave.class, Permission.TAKE_PART);
        rows.put(ClientMessage.SetDevices.class, Permission.TAKE_PART);
        rows.put(ClientMessage.Receive.class, Permission.TAKE_PART);
        rows.put(ClientMessage.CloseSlot.class, Permission.TAKE_PART);
        rows.put(ClientMessage.SlotCandidate.class, Permission.TAKE_PART);
        rows.put(ClientMessage.ReportReach.class, Permission.TAKE_PART);
        rows.put(ClientMessage.ReportLink.class, Permission.TAKE_PART);
        rows.put(ClientMessage.View.class, Permission.TAKE_PART);
        rows.put(ClientMessage.Publish.class, Permission.PUBLISH);
        rows.put(ClientMessage.Unpublish.class, Permission.PUBLISH);
        rows.put(ClientMessage.PublishCandidate.class, Permission.PUBLISH);
        rows.put(ClientMessage.Speech.class, Permission.PUBLISH);
        rows.put(ClientMessage.Rename.class, Permission.TAKE_PART);
        rows.put(ClientMessage.LinkDevice.class, Permission.TAKE_PART);
        rows.put(ClientMessage.Admit.class, Permission.KEEP_THE_DOOR);
        rows.put(ClientMessage.Refuse.class, Permission.KEEP_THE_DOOR);
        rows.put(ClientMessage.AdmitAll.class, Permission.KEEP_THE_DOOR);
        rows.put(ClientMessage.SetPassword.class, Permission.KEEP_THE_DOOR);
        rows.put(ClientMessage.CatchUp.class, Permission.TAKE_PART);
        rows.put(ClientMessage.ChatHistory.class, Permission.TAKE_PART);
        rows.put(ClientMessage.ChatSend.class, Permission.TALK);
        rows.put(ClientMessage.ChatEdit.class, Permission.TALK);
        rows.put(ClientMessage.ChatDelete.class, Permission.TALK);
        rows.put(ClientMessage.ChatRemove.class, Permission.MODERATE);
        rows.put(ClientMessage.RaiseHand.class, Permission.TALK);
        rows.put(ClientMessage.LowerHand.class, Permission.MODERATE);
        rows.put(ClientMessage.LowerAllHands.class, Permission.MODERATE);
        rows.put(ClientMessage.React.class, Permission.TALK);
        rows.put(ClientMessage.PollSave.class, Permission.TALK);
        rows.put(ClientMessage.PollOpen.class, Permission.TALK);
        rows.put(ClientMessage.PollClose.class, Permission.TALK);
        rows.put(ClientMessage.PollDelete.class, Permission.TALK);
        rows.put(ClientMessage.PollVote.class, Permission.TALK);
        rows.put(ClientMessage.PollVoterList.class, Permission.TALK);
        rows.put(ClientMessage.Mute.class, Permission.MODERATE);
        rows.put(ClientMessage.MuteAll.class, Permission.MODERATE);
        rows.put(ClientMessage.StopVideo.class, Permission.MODERATE);
        rows.put(ClientMessage.StopAllVideos.class, Permission.MODERATE);
        rows.put(ClientMessage.AllowDevices.class, Permission.MODERATE);
        rows.put(ClientMessage.Promote.class, Permission.MODERATE);
        rows.put(ClientMessage.Demote.class, Permission.MODERATE);
        rows.put(ClientMessage.Remove.class, Permission.MODERATE);
        rows.put(ClientMessage.SetSwitch.class, Permission.MODERATE);
        rows.put(ClientMessage.Spotlight.class, Permission.MODERATE);
        rows.put(ClientMessage.Lead.class, Permission.MODERATE);
        rows.put(ClientMessage.LeadView.class, Permission.MODERATE);
        rows.put(ClientMessage.EndMeeting.class, Permission.MODERATE);
        breakoutRooms();
        ClientMessage.types().filter(type -> !rows.containsKey(type)).findAny().ifPresent(type -> {
            throw new IllegalStateException(type + " has no row");
        });
    }

    private void breakoutRooms() {
        rows.put(ClientMessage.BreakoutAdd.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutRename.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutDelete.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutAssign.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutSpread.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutOpen.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutClose.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutGo.class, Permission.TAKE_PART);
        rows.put(ClientMessage.BreakoutAnnounce.class, Permission.MODERATE);
        rows.put(ClientMessage.BreakoutHelp.class, Permission.TAKE_PART);
        rows.put(ClientMessage.BreakoutHelped.class, Permission.MODERATE);
    }

    public Permission neededFor(ClientMessage message) {
        Permission permission = rows.get(message.getClass());
        if (permission == null) {
            throw new IllegalStateException(message.getClass() + " has no row");
        }
        return permission;
    }
}
