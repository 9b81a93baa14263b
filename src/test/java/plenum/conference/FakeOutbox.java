package plenum.conference;

import java.util.ArrayList;
import java.util.List;
import plenum.protocol.Announcement;
import plenum.protocol.Outbox;
import plenum.protocol.ServerMessage;

/** Keeps what was sent. */
public class FakeOutbox implements Outbox {
    public final List<ServerMessage> sent = new ArrayList<>();
    public boolean finished;

    @Override
    public void send(ServerMessage message) {
        if (!finished) {
            sent.add(message);
        }
    }

    @Override
    public void send(Announcement announcement) {
        send(announcement.message());
    }

    @Override
    public void hint(Announcement announcement) {
        send(announcement.message());
    }

    @Override
    public void finish(ServerMessage last) {
        send(last);
        finished = true;
    }

    public <T extends ServerMessage> T last(Class<T> type) {
        List<T> all = all(type);
        if (all.isEmpty()) {
            throw new AssertionError("no " + type.getSimpleName() + " in " + sent);
        }
        return all.getLast();
    }

    public <T extends ServerMessage> List<T> all(Class<T> type) {
        return sent.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
