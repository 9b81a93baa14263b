package plenum.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.protocol.PollMessages;

/** Converts polls to messages of the wire. Pure functions. */
final class PollWire {
    private PollWire() {}

    /** As everybody may know it. */
    static PollMessages.Poll poll(Poll poll) {
        return poll(poll, null, null);
    }

    /** As a participant may know it who has voted, or not. */
    static PollMessages.Poll poll(Poll poll, @Nullable Boolean voted, @Nullable List<Integer> chosen) {
        return new PollMessages.Poll(
                poll.id().toString(),
                poll.author().toString(),
                poll.authorName(),
                poll.question(),
                poll.options(),
                poll.multiple(),
                poll.anonymous(),
                switch (poll.state()) {
                    case DRAFT -> PollMessages.PollState.DRAFT;
                    case OPEN -> PollMessages.PollState.OPEN;
                    case CLOSED -> PollMessages.PollState.CLOSED;
                },
                poll.votes(),
                poll.voters(),
                voted,
                chosen);
    }
}
