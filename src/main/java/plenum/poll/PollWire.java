package plenum.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.protocol.ServerMessage;

/** How polls look on the wire. Pure. */
final class PollWire {
    private PollWire() {}

    /** As everybody may know it. */
    static ServerMessage.Poll poll(Poll poll) {
        return poll(poll, null, null);
    }

    /** As a participant may know it who has voted, or not. */
    static ServerMessage.Poll poll(Poll poll, @Nullable Boolean voted, @Nullable List<Integer> chosen) {
        return new ServerMessage.Poll(
                poll.id().toString(),
                poll.author().toString(),
                poll.authorName(),
                poll.question(),
                poll.options(),
                poll.multiple(),
                poll.anonymous(),
                switch (poll.state()) {
                    case DRAFT -> ServerMessage.PollState.DRAFT;
                    case OPEN -> ServerMessage.PollState.OPEN;
                    case CLOSED -> ServerMessage.PollState.CLOSED;
                },
                poll.votes(),
                poll.voters(),
                voted,
                chosen);
    }
}
