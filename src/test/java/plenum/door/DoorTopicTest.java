package plenum.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;

@Tag("door")
class DoorTopicTest {
    private final LiveMeeting meeting = new LiveMeeting();
    private final Person ada = meeting.join("Ada", Role.CREATOR);

    @Test
    void onePersonChangesThePasswordAFewTimesInARow() {
        assertThat(changes(20, ada)).isEqualTo(PasswordChanges.AT_ONCE);
        assertThat(change(ada, null)).as("taking it away costs nothing").isEmpty();
        meeting.time.pass(Duration.ofSeconds(20));
        assertThat(changes(20, ada)).isEqualTo(1);
    }

    @Test
    void aSecondDeviceIsTheSamePerson() {
        Person phone = meeting.joinWithSecondDevice(ada);
        assertThat(changes(20, ada)).isEqualTo(PasswordChanges.AT_ONCE);
        assertThat(changes(20, phone)).isZero();
    }

    @Test
    void manyModeratorsOfOneMeetingHaveNoMoreThanTwo() {
        int all = changes(20, ada);
        for (int i = 0; i < 10; i++) {
            all += changes(20, meeting.join("Moderator " + i, Role.MODERATOR));
        }
        assertThat(all).isEqualTo(2 * PasswordChanges.AT_ONCE);
    }

    private int changes(int tries, Person by) {
        int changed = 0;
        for (int i = 0; i < tries; i++) {
            changed += change(by, "password " + i).isEmpty() ? 1 : 0;
        }
        return changed;
    }

    private Optional<Failed.Code> change(Person by, String password) {
        return by.say(new DoorMessages.SetPassword(password));
    }
}
