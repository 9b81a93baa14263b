package plenum.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plenum.chat.ChatLog;
import plenum.recording.MeetingChat;

/** Gives the pages of recordings what was said in the chat. */
@ApplicationScoped
public class LoggedChat implements MeetingChat {
    private static final int MOST = 5_000;

    @Inject
    ChatLog log;

    @Override
    public List<Line> said(UUID meeting, Instant from, Instant to) {
        return log.toAll(meeting, from, to, MOST).stream()
                .map(message ->
                        new Line(message.sender().id(), message.sender().name(), message.text(), message.sentAt()))
                .toList();
    }
}
