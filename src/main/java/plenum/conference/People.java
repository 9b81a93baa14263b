package plenum.conference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.protocol.Announcement;
import plenum.protocol.ServerMessage;

/** All participants of a conference, in the order in which they entered. Belongs to the conference's mailbox. */
public final class People {
    private final Map<String, Participant> byId = new LinkedHashMap<>();
    private volatile int count;

    void add(Participant participant) {
        byId.put(participant.id(), participant);
        count = byId.size();
    }

    boolean remove(Participant participant) {
        boolean removed = byId.remove(participant.id(), participant);
        count = byId.size();
        return removed;
    }

    public Optional<Participant> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A copy: whoever goes through it may remove people. */
    public List<Participant> all() {
        return List.copyOf(byId.values());
    }

    /** From any thread. */
    int count() {
        return count;
    }

    public List<Participant> moderators() {
        return byId.values().stream().filter(Participant::moderates).toList();
    }

    /** A participant and their other devices. */
    public List<Participant> devicesOf(Participant participant) {
        return devicesOf(participant.person());
    }

    public List<Participant> devicesOf(UUID person) {
        return byId.values().stream()
                .filter(device -> device.person().equals(person))
                .toList();
    }

    /**
     * The participant who has been here longest, if possible one who is connected and on a first device; becomes moderator when there is
     * none.
     */
    public Optional<Participant> eldest() {
        Collection<Participant> here = byId.values();
        return here.stream()
                .filter(participant -> participant.isConnected() && participant.isFirstDevice())
                .findFirst()
                .or(() -> here.stream().findFirst());
    }

    /** The participants in a room; empty: the main room. */
    public List<Participant> in(Optional<UUID> room) {
        return byId.values().stream()
                .filter(participant -> participant.room().equals(room))
                .toList();
    }

    /** Sends a message to everybody in a room; empty: the main room. */
    public void tell(Optional<UUID> room, ServerMessage message) {
        Announcement announcement = new Announcement(message);
        in(room).forEach(participant -> participant.send(announcement));
    }

    public void broadcast(ServerMessage message) {
        Announcement announcement = new Announcement(message);
        byId.values().forEach(participant -> participant.send(announcement));
    }

    public void others(Participant except, ServerMessage message) {
        Announcement announcement = new Announcement(message);
        for (Participant participant : byId.values()) {
            if (participant != except) {
                participant.send(announcement);
            }
        }
    }
}
