package plenum.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import plenum.meeting.Role;
import plenum.meeting.RoomRules;

/** What a conference writes down; can be out of order, as a database can. */
public final class FakeRecords implements Attendances, Meetings, Blocks, AuditLog {
    public final Set<UUID> inUse = new HashSet<>();
    public final Set<UUID> givenUp = new HashSet<>();
    public final Set<UUID> revoked = new HashSet<>();
    public final Map<UUID, Role> roles = new HashMap<>();
    public final Map<UUID, String> names = new HashMap<>();
    public final List<RoomRules> rules = new ArrayList<>();
    public final List<Optional<PasswordHash>> passwords = new ArrayList<>();
    public final List<Caller> blocked = new ArrayList<>();
    public final List<AuditLine> lines = new ArrayList<>();
    public final Map<UUID, Optional<UUID>> rooms = new HashMap<>();
    public final Map<UUID, Instant> lastSeen = new HashMap<>();
    /** What the next {@link #giveUpUnseen} answers. */
    public final List<UUID> abandoned = new ArrayList<>();

    public final List<UUID> unlocked = new ArrayList<>();
    public boolean broken;

    @Override
    public Taken take(Meeting in, String name, Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Taken> takeForDevice(Attendance first, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Attendance> byToken(Meeting in, String resumeToken, Freshness freshness) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seen(Collection<UUID> participants, Instant at) {
        work();
        participants.forEach(participant -> lastSeen.put(participant, at));
    }

    @Override
    public Optional<Instant> lastSeenBefore(Instant instant) {
        work();
        return lastSeen.values().stream().filter(instant::isAfter).max(Instant::compareTo);
    }

    @Override
    public List<UUID> giveUpUnseen(Instant before, Instant now) {
        work();
        lastSeen.forEach((participant, at) -> {
            if (at.isBefore(before)) {
                givenUp.add(participant);
            }
        });
        return abandoned;
    }

    @Override
    public void unlock(Collection<UUID> meetings) {
        unlocked.addAll(meetings);
    }

    @Override
    public void giveUp(UUID participant, Instant decidedAt) {
        givenUp.add(participant);
    }

    @Override
    public void revoke(UUID participant) {
        work();
        revoked.add(participant);
    }

    @Override
    public void setRole(UUID participant, Role role) {
        work();
        roles.put(participant, role);
    }

    @Override
    public void rename(UUID participant, String name) {
        work();
        names.put(participant, name);
    }

    @Override
    public void move(Collection<UUID> participants, Optional<UUID> room) {
        work();
        participants.forEach(participant -> rooms.put(participant, room));
    }

    @Override
    public String linkDevice(UUID participant, Instant until) {
        work();
        return "device-token";
    }

    @Override
    public Optional<Attendance> byDeviceLink(Meeting meeting, String token, Freshness freshness) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Created create(String name, RoomRules withRules, Optional<PasswordHash> password, Optional<KeyCheck> key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRules(Meeting meeting, RoomRules changed) {
        work();
        rules.add(changed);
    }

    @Override
    public void setPassword(Meeting meeting, Optional<PasswordHash> password) {
        work();
        passwords.add(password);
    }

    @Override
    public Optional<Meeting> byLetters(MeetingLetters letters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Meeting> byCode(MeetingCode code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isCreator(Meeting meeting, String creatorToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void used(Collection<UUID> meetings) {
        inUse.addAll(meetings);
    }

    @Override
    public int forget(Instant before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void block(Meeting meeting, Caller caller) {
        work();
        blocked.add(caller);
    }

    @Override
    public Standing of(Meeting meeting, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(AuditLine line) {
        work();
        lines.add(line);
    }

    @Override
    public List<AuditLine> of(UUID meeting) {
        return List.copyOf(lines);
    }

    @Override
    public List<AuditLine> of(UUID meeting, int first, int most) {
        return lines.reversed().stream().skip(first).limit(most).toList();
    }

    @Override
    public int count(UUID meeting) {
        return lines.size();
    }

    private void work() {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
    }
}
