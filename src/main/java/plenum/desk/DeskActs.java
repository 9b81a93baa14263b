package plenum.desk;

import java.util.List;
import java.util.Optional;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.ClientMessage;
import plenum.protocol.DoorMessages;
import plenum.protocol.ModerationMessages;
import plenum.protocol.PollMessages;
import plenum.protocol.ReactionMessages;

/** The messages behind the controls of a desk's page that act on one person, room or poll, by its id. Pure. */
final class DeskActs {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_VALUE = 80;

    /** Where a list of rooms has an id for each. */
    static final String MAIN_ROOM = "main";

    private DeskActs() {}

    /**
     * @param id of what is acted on
     * @param value what else is needed; empty when nothing is
     * @return empty when no control says so
     */
    static Optional<ClientMessage> message(String act, String id, String value) {
        if (id.isEmpty() || id.length() > LONGEST_ID || value.length() > LONGEST_VALUE) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (act) {
                    case "admit" -> new DoorMessages.Admit(id);
                    case "refuse" -> new DoorMessages.Refuse(id);
                    case "mute" -> new ModerationMessages.Mute(id);
                    case "stop-video" -> new ModerationMessages.StopVideo(id);
                    case "allow" -> new ModerationMessages.AllowDevices(id);
                    case "promote" -> new ModerationMessages.Promote(id);
                    case "demote" -> new ModerationMessages.Demote(id);
                    case "spotlight" -> new ModerationMessages.Spotlight(id);
                    case "no-spotlight" -> new ModerationMessages.Spotlight(null);
                    case "lower-hand" -> new ReactionMessages.LowerHand(id);
                    case "remove" -> new ModerationMessages.Remove(id, false);
                    case "block" -> new ModerationMessages.Remove(id, true);
                    case "assign" -> new BreakoutMessages.BreakoutAssign(id, value.equals(MAIN_ROOM) ? null : value);
                    case "room-go" -> new BreakoutMessages.BreakoutGo(id);
                    case "room-rename" -> new BreakoutMessages.BreakoutRename(id, value);
                    case "room-delete" -> new BreakoutMessages.BreakoutDelete(id);
                    case "room-helped" -> new BreakoutMessages.BreakoutHelped(id);
                    case "poll-open" -> new PollMessages.PollOpen(id);
                    case "poll-close" -> new PollMessages.PollClose(id);
                    case "poll-delete" -> new PollMessages.PollDelete(id);
                    default -> null;
                });
    }

    /** The same for several people, one message each. */
    static List<ClientMessage> messages(String act, List<String> ids) {
        return ids.stream()
                .map(id -> message(act, id, ""))
                .flatMap(Optional::stream)
                .toList();
    }
}
