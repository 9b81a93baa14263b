package plenum.conference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.protocol.Announcement;
import plenum.protocol.ServerMessage;

/** Everybody who has a place in the conference, in the order of coming. Belongs to its mailbox. */
final class People {
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

    Optional<Participant> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A copy: whoever goes through it may remove people. */
    List<Participant> all() {
        return List.copyOf(byId.values());
    }

    /** From any thread. */
    int count() {
        return count;
    }

    List<Participant> moderators() {
        return byId.values().stream().filter(Participant::moderates).toList();
    }

    /** A participant and their other devices. */
    List<Participant> devicesOf(Participant participant) {
        return devicesOf(participant.person());
    }

    List<Participant> devicesOf(UUID person) {
        return byId.values().stream()
                .filter(device -> device.person().equals(person))
                .toList();
    }

    /** Who is to moderate when nobody does: whoever has been here longest, connected and with a first device if there is one. */
    Optional<Participant> eldest() {
        Collection<Participant> here = byId.values();
        return here.stream()
                .filter(participant -> participant.isConnected() && participant.isFirstDevice())
                .findFirst()
                .or(() -> here.stream().findFirst());
    }

    /** Who is in a room; empty: the main room. */
    List<Participant> in(Optional<UUID> room) {
        return byId.values().stream()
                .filter(participant -> participant.room().equals(room))
                .toList();
    }

    void tell(Optional<UUID> room, ServerMessage message) {
        Announcement announcement = new Announcement(message);
        in(room).forEach(participant -> participant.send(announcement));
    }

    void broadcast(ServerMessage message) {
        Announcement announcement = new Announcement(message);
        byId.values().forEach(participant -> participant.send(announcement));
    }

    void others(Participant except, ServerMessage message) {
        Announcement announcement = new Announcement(message);
        for (Participant participant : byId.values()) {
            if (participant != except) {
                participant.send(announcement);
            }
        }
    }
}
