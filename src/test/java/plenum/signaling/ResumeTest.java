package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.meeting.Meetings;

/** For how long a resume token opens the door, and what it does not open. */
@Tag("signaling")
class ResumeTest {
    /** A process dies and is started again. */
    private static final Duration OUTAGE = Duration.ofSeconds(40);

    private static final String LOCK = "{\"type\":\"set-switch\",\"which\":\"locked\",\"on\":true}";
    private static final String LOBBY = "{\"type\":\"set-switch\",\"which\":\"lobby\",\"on\":true}";

    private final FakePlenum plenum = new FakePlenum();
    private final Meetings.Created meeting = plenum.house.create("Jour fixe");
    private final FakeTab ada = plenum.creator(meeting).join("Ada");

    @Test
    void holdsForTheGraceTimeAndNoLonger() {
        FakeTab bob = plenum.stranger(meeting).join("Bob");
        ada.say(LOCK);
        bob.vanish();
        plenum.pass(FakePlenum.GRACE.minusSeconds(1), ada);
        FakeTab again = plenum.stranger(meeting).join("Bob", "resume", bob.token());
        assertThat(again.self()).isEqualTo(bob.self());

        again.vanish();
        plenum.pass(FakePlenum.GRACE, ada);
        FakeTab late = plenum.stranger(meeting).join("Bob", "resume", bob.token());
        assertThat(late.last("refused").path("reason").asText()).isEqualTo("locked");
    }

    @Test
    void afterACrashEverybodyWhoWasInComesBackWithoutBeingAsked() {
        FakeTab bob = plenum.stranger(meeting).join("Bob");
        ada.say("{\"type\":\"promote\",\"participant\":\"" + bob.self() + "\"}");
        ada.say(LOCK);
        ada.say(LOBBY);
        plenum.pass(Duration.ofHours(3), ada, bob);

        plenum.crash(OUTAGE);
        plenum.time.pass(FakePlenum.GRACE.minusSeconds(1));

        FakeTab back = plenum.stranger(meeting).join("Bob", "resume", bob.token());
        assertThat(back.self()).isEqualTo(bob.self());
        assertThat(back.last("welcome").at("/participants/0/role").asText()).isEqualTo("moderator");
        plenum.pass(Duration.ofHours(1), back);
        FakeTab reloaded = plenum.stranger(meeting).join("Bob", "resume", bob.token());
        assertThat(reloaded.self()).isEqualTo(bob.self());
    }

    @Test
    void anOldTokenIsNoTokenAfterACrash() {
        FakeTab bob = plenum.stranger(meeting).join("Bob");
        ada.say("{\"type\":\"promote\",\"participant\":\"" + bob.self() + "\"}");
        ada.say(LOBBY);
        ada.say("{\"type\":\"set-password\",\"password\":\"correct horse\"}");
        ada.say(LOCK);

        plenum.crash(OUTAGE);
        plenum.time.pass(FakePlenum.GRACE);

        FakeTab late = plenum.stranger(meeting).join("Bob", "resume", bob.token());
        assertThat(late.last("refused").path("reason").asText()).isEqualTo("password-needed");
        // nobody came back: the meeting is over, and its lock with it; lobby and password are the meeting's for good
        FakeTab guest = plenum.stranger(meeting).join("Eve", "password", "correct horse");
        assertThat(guest.type()).isEqualTo("waiting");
        FakeTab creator = plenum.creator(meeting).join("Ada", "resume", ada.token());
        assertThat(creator.last("welcome").at("/participants/0/role").asText()).isEqualTo("creator");
        assertThat(creator.self()).isNotEqualTo(ada.self());
    }

    @Test
    void aLongOutageEndsAllMeetings() {
        FakeTab bob = plenum.stranger(meeting).join("Bob");
        ada.say(LOBBY);
        plenum.crash(Duration.ofMinutes(11));
        assertThat(plenum.stranger(meeting).join("Bob", "resume", bob.token()).type())
                .isEqualTo("waiting");
    }

    @Test
    void whoWasGoneBeforeTheCrashStaysSo() {
        FakeTab bob = plenum.stranger(meeting).join("Bob");
        ada.say(LOBBY);
        plenum.house.forgetful = true;
        bob.say("{\"type\":\"leave\"}");
        plenum.pass(FakePlenum.GRACE.multipliedBy(2), ada);
        plenum.crash(OUTAGE);
        assertThat(plenum.stranger(meeting).join("Bob", "resume", bob.token()).type())
                .isEqualTo("waiting");
    }

    @Test
    void nobodyComesToModerateByAResumeWhereADoorIsKept() {
        for (String rule : new String[] {LOCK, LOBBY, "{\"type\":\"set-password\",\"password\":\"correct horse\"}"}) {
            FakePlenum other = new FakePlenum();
            Meetings.Created kept = other.house.create("Kept");
            FakeTab creator = other.creator(kept).join("Ada");
            FakeTab bob = other.stranger(kept).join("Bob");
            creator.say(rule);
            other.crash(OUTAGE);
            FakeTab back = other.stranger(kept).join("Bob", "resume", bob.token());
            FakeTab cem = other.stranger(kept).join("Cem", "password", "correct horse");
            other.pass(FakePlenum.GRACE.multipliedBy(3), back, cem);
            back.say(LOCK);
            assertThat(back.last("failed").path("code").asText()).as(rule).isEqualTo("forbidden");
            if (rule.contains("password")) {
                // as the first one to come into an empty meeting with the password would
                cem.say(LOBBY);
                assertThat(cem.heard).noneMatch(text -> text.contains("forbidden"));
            }
        }
    }
}
