package plenum.meeting.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingName;
import plenum.meeting.PasswordHash;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;

/** A row of {@code meeting}; Hibernate fills the fields. */
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "meeting")
class MeetingRow {
    @Id
    UUID id;

    String name;
    String code;
    String letters;
    byte[] creatorTokenHash;
    Instant createdAt;
    Instant usedAt;
    String[] switches;
    String passwordHash;
    String keyCheck;
    String keySalt;

    protected MeetingRow() {
        // for Hibernate
    }

    Meeting toMeeting() {
        MeetingCode typed = new MeetingCode(code);
        return new Meeting(
                id,
                MeetingName.shown(name, typed),
                typed,
                new MeetingLetters(letters),
                createdAt,
                rules(),
                Optional.ofNullable(passwordHash).map(PasswordHash::new),
                KeyCheck.parse(keyCheck, keySalt));
    }

    static String[] names(RoomRules rules) {
        return rules.on().stream().map(RoomSwitch::name).toArray(String[]::new);
    }

    private RoomRules rules() {
        return new RoomRules(Arrays.stream(switches).map(RoomSwitch::valueOf).collect(Collectors.toSet()));
    }
}
