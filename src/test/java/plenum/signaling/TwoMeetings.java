package plenum.signaling;

import java.util.List;
import plenum.conference.FakeTimers;
import plenum.meeting.Meetings;
import plenum.socket.SocketServices;

/**
 * The application from the socket to the store, in memory: a meeting in which people have talked, with somebody who waits at its door, and
 * another meeting.
 */
final class TwoMeetings {
    static final String POLL = "5f0c2d9e-9a53-4a52-8c2f-2d6f0f7b8f11";
    /** What nobody outside may learn. Names are such that no other text has them. */
    static final List<String> SECRETS = List.of(
            "Board meeting",
            "Cleo Creator",
            "Mona Moderator",
            "Vera Viewer",
            "Wanted Waiting",
            "between us",
            "Dismiss whom",
            "offer of Vera");

    private final FakePlenum plenum = new FakePlenum();
    final FakeTimers time = plenum.time;
    final SocketServices sockets = plenum.sockets;
    final Meetings.Created ours = plenum.house.create("Board meeting");
    final Meetings.Created other = plenum.house.create("Elsewhere");
    final FakeTab cleo;
    final FakeTab mona;
    final FakeTab vera;
    final FakeTab knocker;
    final long chatMessage;

    TwoMeetings() {
        cleo = creator(ours).join("Cleo Creator");
        mona = stranger(ours).join("Mona Moderator");
        vera = stranger(ours).join("Vera Viewer");
        cleo.say("{\"type\":\"promote\",\"participant\":\"" + mona.self() + "\"}");
        vera.say("{\"type\":\"publish\",\"source\":\"camera\",\"epoch\":1,\"offer\":\"offer of Vera\"}");
        cleo.say("{\"type\":\"chat-send\",\"key\":\"first\",\"text\":\"between us\"}");
        cleo.say("{\"type\":\"poll-save\",\"poll\":\"" + POLL + "\",\"question\":\"Dismiss whom\","
                + "\"options\":[\"A\",\"B\"],\"multiple\":false,\"anonymous\":false}");
        cleo.say("{\"type\":\"poll-open\",\"poll\":\"" + POLL + "\"}");
        vera.say("{\"type\":\"raise-hand\",\"raised\":true}");
        chatMessage = cleo.last("chat-message").at("/entry/id").asLong();
        knocker = stranger(ours);
    }

    /** From now on everybody has to knock, and one does. */
    void close() {
        cleo.say("{\"type\":\"set-switch\",\"which\":\"lobby\",\"on\":true}");
        knocker.join("Wanted Waiting");
    }

    FakeTab stranger(Meetings.Created meeting) {
        return plenum.stranger(meeting);
    }

    FakeTab creator(Meetings.Created meeting) {
        return plenum.creator(meeting);
    }

    /** Of the one who waits. */
    String knock() {
        return cleo.last("knocking").at("/people/0/id").asText();
    }

    /** How much the people of our meeting have heard so far. */
    int heardInside() {
        return cleo.heard.size() + mona.heard.size() + vera.heard.size();
    }
}
