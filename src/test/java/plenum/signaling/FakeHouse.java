package plenum.signaling;

import java.time.Instant;
import java.time.InstantSource;
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
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordHash;
import plenum.meeting.PasswordTries;
import plenum.meeting.Role;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;

/** Everything that is stored of meetings, in memory. */
final class FakeHouse implements Meetings, Attendances, Blocks, PasswordTries, AuditLog {
    private final Random random = new Random(3);
    private final Map<UUID, Meeting> meetings = new HashMap<>();
    private final Map<UUID, String> creators = new HashMap<>();
    private final Map<UUID, Attendance> places = new HashMap<>();
    private final Map<UUID, Instant> lastSeen = new HashMap<>();
    private final Map<String, UUID> tokens = new HashMap<>();
    private final Map<String, UUID> devices = new HashMap<>();
    private final List<AuditLine> lines = new ArrayList<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final InstantSource clock;
    /** How often something was written. */
    int writes;

    /** Whether it misses that people leave, as a database that is away does. */
    boolean forgetful;

    FakeHouse(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Created create(String name, RoomRules rules, Optional<PasswordHash> password, Optional<KeyCheck> key) {
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
        writes++;
        meetings.computeIfPresent(
                meeting.id(),
                (id, m) -> new Meeting(id, m.name(), m.code(), m.letters(), m.createdAt(), rules, m.password()));
    }

    @Override
    public void setPassword(Meeting meeting, Optional<PasswordHash> password) {
        writes++;
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
    public Optional<Taken> takeForDevice(Attendance first, String token) {
        return Optional.ofNullable(devices.remove(token))
                .map(used -> keep(new Attendance(
                        UUID.randomUUID(),
                        first.meeting(),
                        first.name(),
                        first.role(),
                        Optional.of(first.person()),
                        first.room())));
    }

    private Taken keep(Attendance attendance) {
        writes++;
        String token = "token-" + UUID.randomUUID();
        places.put(attendance.id(), attendance);
        lastSeen.put(attendance.id(), clock.instant());
        tokens.put(token, attendance.id());
        return new Taken(attendance, token);
    }

    @Override
    public Optional<Attendance> byToken(Meeting meeting, String resumeToken, Freshness freshness) {
        Optional<Attendance> found = Optional.ofNullable(tokens.get(resumeToken))
                .map(places::get)
                .filter(place -> place.meeting().equals(meeting.id()));
        if (found.isPresent()
                && !freshness.isGood(found.get().id(), lastSeen.get(found.get().id()))) {
            places.remove(found.get().id());
            return Optional.empty();
        }
        found.ifPresent(place -> lastSeen.put(place.id(), clock.instant()));
        return found;
    }

    @Override
    public void seen(Collection<UUID> participants, Instant at) {
        participants.forEach(participant -> lastSeen.put(participant, at));
    }

    @Override
    public Optional<Instant> lastSeenBefore(Instant instant) {
        return places.keySet().stream()
                .map(lastSeen::get)
                .filter(instant::isAfter)
                .max(Instant::compareTo);
    }

    @Override
    public List<UUID> giveUpUnseen(Instant before, Instant now) {
        List<Attendance> unseen = places.values().stream()
                .filter(place -> lastSeen.get(place.id()).isBefore(before))
                .toList();
        unseen.forEach(place -> places.remove(place.id()));
        return unseen.stream()
                .map(Attendance::meeting)
                .distinct()
                .filter(meeting -> places.values().stream()
                        .noneMatch(place -> place.meeting().equals(meeting)))
                .toList();
    }

    @Override
    public void unlock(Collection<UUID> abandoned) {
        abandoned.forEach(
                id -> setRules(meetings.get(id), meetings.get(id).rules().with(RoomSwitch.LOCKED, false)));
    }

    @Override
    public void giveUp(UUID participant, Instant decidedAt) {
        writes++;
        if (!forgetful) {
            places.remove(participant);
        }
    }

    @Override
    public void revoke(UUID participant) {
        writes++;
        places.remove(participant);
    }

    @Override
    public void setRole(UUID participant, Role role) {
        writes++;
        places.computeIfPresent(participant, (id, place) -> place.withRole(role));
    }

    @Override
    public void rename(UUID participant, String name) {
        writes++;
        places.computeIfPresent(participant, (id, place) -> place.withName(name));
    }

    @Override
    public void move(Collection<UUID> participants, Optional<UUID> room) {
        writes++;
        participants.forEach(participant -> places.computeIfPresent(participant, (id, place) -> place.in(room)));
    }

    @Override
    public String linkDevice(UUID participant, Instant until) {
        writes++;
        String token = "device-" + UUID.randomUUID();
        devices.put(token, participant);
        return token;
    }

    @Override
    public Optional<Attendance> byDeviceLink(Meeting meeting, String token, Freshness freshness) {
        return Optional.ofNullable(devices.get(token))
                .map(places::get)
                .filter(place -> place.meeting().equals(meeting.id()))
                .filter(place -> freshness.isGood(place.id(), lastSeen.get(place.id())));
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
        writes++;
        lines.add(line);
    }

    @Override
    public List<AuditLine> of(UUID meeting) {
        return lines.stream().filter(line -> line.meeting().equals(meeting)).toList();
    }

    @Override
    public List<AuditLine> of(UUID meeting, int first, int most) {
        return of(meeting).reversed().stream().skip(first).limit(most).toList();
    }

    @Override
    public int count(UUID meeting) {
        return of(meeting).size();
    }
}
