package plenum.signaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.Caller;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordHash;
import plenum.meeting.PasswordTries;
import plenum.meeting.Role;
import plenum.meeting.RoomRules;

/** Everything that is stored of meetings, in memory. */
final class FakeHouse implements Meetings, Attendances, Blocks, PasswordTries, AuditLog {
    private final Random random = new Random(3);
    private final Map<UUID, Meeting> meetings = new HashMap<>();
    private final Map<UUID, String> creators = new HashMap<>();
    private final Map<UUID, Attendance> places = new HashMap<>();
    private final Map<String, UUID> tokens = new HashMap<>();
    private final Map<String, UUID> devices = new HashMap<>();
    private final List<AuditLine> lines = new ArrayList<>();
    private final Map<String, Integer> tries = new HashMap<>();

    @Override
    public Created create(String name, RoomRules rules, Optional<PasswordHash> password) {
        Meeting meeting = new Meeting(
                UUID.randomUUID(),
                name,
                new MeetingCode("%010d".formatted(random.nextLong(10_000_000_000L))),
                MeetingLetters.draw(random),
                Instant.EPOCH,
                rules,
                password);
        meetings.put(meeting.id(), meeting);
        String token = UUID.randomUUID().toString();
        creators.put(meeting.id(), token);
        return new Created(meeting, token);
    }

    @Override
    public void setRules(Meeting meeting, RoomRules rules) {
        meetings.computeIfPresent(
                meeting.id(),
                (id, m) -> new Meeting(id, m.name(), m.code(), m.letters(), m.createdAt(), rules, m.password()));
    }

    @Override
    public void setPassword(Meeting meeting, Optional<PasswordHash> password) {
        meetings.computeIfPresent(
                meeting.id(),
                (id, m) -> new Meeting(id, m.name(), m.code(), m.letters(), m.createdAt(), m.rules(), password));
    }

    @Override
    public Optional<Meeting> byLetters(MeetingLetters letters) {
        return meetings.values().stream()
                .filter(meeting -> meeting.letters().equals(letters))
                .findFirst();
    }

    @Override
    public Optional<Meeting> byCode(MeetingCode code) {
        return meetings.values().stream()
                .filter(meeting -> meeting.code().equals(code))
                .findFirst();
    }

    @Override
    public boolean isCreator(Meeting meeting, String creatorToken) {
        return creatorToken.equals(creators.get(meeting.id()));
    }

    @Override
    public Taken take(Meeting meeting, String name, Role role) {
        return keep(new Attendance(UUID.randomUUID(), meeting.id(), name, role));
    }

    @Override
    public Taken takeForDevice(Attendance first) {
        return keep(new Attendance(
                UUID.randomUUID(), first.meeting(), first.name(), first.role(), Optional.of(first.id()), first.room()));
    }

    private Taken keep(Attendance attendance) {
        String token = "token-" + UUID.randomUUID();
        places.put(attendance.id(), attendance);
        tokens.put(token, attendance.id());
        return new Taken(attendance, token);
    }

    @Override
    public Optional<Attendance> byToken(Meeting meeting, String resumeToken) {
        return Optional.ofNullable(tokens.get(resumeToken)).map(places::get).filter(place -> place.meeting()
                .equals(meeting.id()));
    }

    @Override
    public void giveUp(UUID participant, Instant decidedAt) {
        places.remove(participant);
    }

    @Override
    public void revoke(UUID participant) {
        places.remove(participant);
    }

    @Override
    public void setRole(UUID participant, Role role) {
        places.computeIfPresent(participant, (id, place) -> place.withRole(role));
    }

    @Override
    public void rename(UUID participant, String name) {
        places.computeIfPresent(participant, (id, place) -> place.withName(name));
    }

    @Override
    public void move(Collection<UUID> participants, Optional<UUID> room) {
        participants.forEach(participant -> places.computeIfPresent(participant, (id, place) -> place.in(room)));
    }

    @Override
    public String linkDevice(UUID participant, Instant until) {
        String token = "device-" + UUID.randomUUID();
        devices.put(token, participant);
        return token;
    }

    @Override
    public Optional<Attendance> byDeviceLink(Meeting meeting, String token) {
        return Optional.ofNullable(devices.remove(token)).map(places::get).filter(place -> place.meeting()
                .equals(meeting.id()));
    }

    @Override
    public void used(Collection<UUID> meetings) {}

    @Override
    public int forget(Instant before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void block(Meeting meeting, Caller caller) {}

    @Override
    public Standing of(Meeting meeting, Caller caller) {
        return Standing.CLEAR;
    }

    @Override
    public boolean take(Meeting meeting, String address) {
        return tries.merge(meeting.id() + address, 1, Integer::sum) <= PER_HOUR;
    }

    @Override
    public void giveBack(Meeting meeting, String address) {
        tries.merge(meeting.id() + address, -1, Integer::sum);
    }

    @Override
    public void write(AuditLine line) {
        lines.add(line);
    }

    @Override
    public List<AuditLine> of(UUID meeting) {
        return lines.stream().filter(line -> line.meeting().equals(meeting)).toList();
    }
}
