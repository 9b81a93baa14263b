package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountRole;
import plenum.meeting.Meetings;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;

/** People who are signed in at the door of a meeting, and what becomes of them when they are not any more. */
@Tag("signaling")
class MembersTest {
    private final FakePlenum plenum = new FakePlenum();
    private final Meetings.Created meeting = plenum.house.create("Weekly");

    @Test
    void aMeetingsOwnerIsItsCreatorFromAnyBrowser() {
        plenum.members.own(meeting.meeting(), plenum.members.signIn("Ada").id());
        FakeTab ada = plenum.member(meeting, "Ada").join("Ada");
        assertThat(own(ada, "role")).isEqualTo("creator");
        assertThat(own(ada, "account")).isEqualTo("true");
    }

    @Test
    void aHostModeratesAndIsAskedForNothing() {
        Meetings.Created closed =
                plenum.house.create("Board", RoomRules.standard().with(RoomSwitch.LOCKED, true), Optional.empty());
        plenum.members.host(closed.meeting(), plenum.members.signIn("Bob"));
        plenum.members.signIn("Eve");
        assertThat(own(plenum.member(closed, "Bob").join("Bob"), "role")).isEqualTo("moderator");
        assertThat(plenum.member(closed, "Eve")
                        .join("Eve")
                        .last("refused")
                        .path("reason")
                        .asText())
                .isEqualTo("locked");
    }

    @Test
    void anAdminWhoVisitsModeratesAndEverybodySeesIt() {
        Meetings.Created closed =
                plenum.house.create("Board", RoomRules.standard().with(RoomSwitch.LOCKED, true), Optional.empty());
        Account root = plenum.members.signIn("Root", AccountRole.ADMIN);
        Account user = plenum.members.signIn("Eve", AccountRole.USER);
        assertThat(plenum.member(closed, "Root")
                        .join("Root")
                        .last("refused")
                        .path("reason")
                        .asText())
                .as("an admin is nobody particular until they visit")
                .isEqualTo("locked");
        plenum.members.visit(closed.meeting().id(), root.id(), Instant.MAX);
        plenum.members.visit(closed.meeting().id(), user.id(), Instant.MAX);
        FakeTab visitor = plenum.member(closed, "Root").join("Root");
        assertThat(own(visitor, "role")).isEqualTo("moderator");
        assertThat(own(visitor, "admin")).isEqualTo("true");
        assertThat(plenum.member(closed, "Eve")
                        .join("Eve")
                        .last("refused")
                        .path("reason")
                        .asText())
                .as("who is no admin, or not any more")
                .isEqualTo("locked");
        plenum.members.own(meeting.meeting(), root.id());
        assertThat(own(plenum.member(meeting, "Root").join("Root"), "admin"))
                .as("in meetings of their own they are like everybody")
                .isEqualTo("false");
    }

    @Test
    void guestsAreToldFromMembers() {
        plenum.members.signIn("Ada");
        assertThat(own(plenum.member(meeting, "Ada").join("Ada"), "account")).isEqualTo("true");
        assertThat(own(plenum.stranger(meeting).join("Gustav"), "account")).isEqualTo("false");
        assertThat(own(plenum.member(meeting, "no such session").join("Eve"), "account"))
                .isEqualTo("false");
    }

    @Test
    void whoseSessionEndsIsOutWithinFiveSecondsAndStaysOut() {
        plenum.members.signIn("Ada");
        FakeTab ada = plenum.member(meeting, "Ada").join("Ada");
        FakeTab bob = plenum.stranger(meeting).join("Bob");
        String resume = ada.last("welcome").path("resume").asText();
        plenum.members.signOut("Ada");
        plenum.pass(Duration.ofSeconds(5), bob);
        assertThat(ada.last("ended").path("reason").asText()).isEqualTo("signed-out");
        assertThat(ada.closed()).isNotNull();
        assertThat(bob.last("participant-left").path("participant").asText())
                .isEqualTo(ada.last("welcome").path("self").asText());
        FakeTab again = plenum.stranger(meeting).join("Ada", "resume", resume);
        assertThat(again.last("welcome").path("self").asText())
                .as("another place")
                .isNotEqualTo(ada.last("welcome").path("self").asText());
    }

    @Test
    void aPlaceOfAMemberIsNotAStrangersWhoHasItsToken() {
        plenum.members.signIn("Ada");
        plenum.members.signIn("Eve");
        FakeTab ada = plenum.member(meeting, "Ada").join("Ada");
        String resume = ada.last("welcome").path("resume").asText();
        FakeTab eve = plenum.member(meeting, "Eve").join("Eve", "resume", resume);
        assertThat(eve.last("welcome").path("self").asText())
                .isNotEqualTo(ada.last("welcome").path("self").asText());
    }

    @Test
    void aGuestSignsInAndKeepsThePlace() {
        FakeTab guest = plenum.stranger(meeting).join("Ada");
        FakeTab bob = plenum.stranger(meeting).join("Bob");
        String resume = guest.last("welcome").path("resume").asText();
        plenum.members.signIn("Ada");
        FakeTab member = plenum.member(meeting, "Ada").join("Ada", "resume", resume);
        assertThat(member.last("welcome").path("self").asText())
                .isEqualTo(guest.last("welcome").path("self").asText());
        assertThat(bob.last("participant-changed")
                        .path("participant")
                        .path("account")
                        .asBoolean())
                .isTrue();
        plenum.members.signOut("Ada");
        plenum.pass(Duration.ofSeconds(5), bob);
        assertThat(member.last("ended").path("reason").asText()).isEqualTo("signed-out");
    }

    private static String own(FakeTab tab, String field) {
        var welcome = tab.last("welcome");
        for (var participant : welcome.path("participants")) {
            if (participant.path("id").equals(welcome.path("self"))) {
                return participant.path(field).asText();
            }
        }
        return "";
    }
}
