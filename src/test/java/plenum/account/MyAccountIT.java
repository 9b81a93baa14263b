package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.Account.MeetingDefaults;
import plenum.account.MyAccount.Answer;
import plenum.mail.MailAddress;
import plenum.platform.Settings.Accounts.Registration;

@Tag("account")
class MyAccountIT {
    private static final String ADA = "ada@example.org";

    private static People people;

    @BeforeAll
    static void open() {
        people = new People("account_mine_test");
    }

    @AfterAll
    static void close() {
        people.close();
    }

    @BeforeEach
    void empty() {
        people.empty();
        people.pass(Duration.ofHours(2));
    }

    @Test
    void whatWouldLetAThiefStayAsksForThePasswordAgain() {
        people.make(ADA);
        Identity.Person ada = people.signIn(ADA);
        people.pass(MyAccount.CONFIRMED_FOR.plusSeconds(1));
        assertThat(people.mine.isConfirmed(ada)).isFalse();
        assertThat(people.mine.setPassword(ada, "a new long password")).isEqualTo(Answer.CONFIRM);
        assertThat(people.mine.changeEmail(ada, "eve@example.org")).isEqualTo(Answer.CONFIRM);
        assertThat(people.mine.beginCodes(ada)).isEmpty();
        assertThat(people.mine.beginPasskey(ada)).isEmpty();
        assertThat(people.mine.removeCodes(ada)).isEqualTo(Answer.CONFIRM);
        assertThat(people.mine.newRecoveryCodes(ada)).isEmpty();
        assertThat(people.letters).isEmpty();

        assertThat(people.mine.confirm(ada, "wrong horse")).isEqualTo(Answer.WRONG);
        assertThat(people.mine.confirm(ada, People.PASSWORD)).isEqualTo(Answer.DONE);
        assertThat(people.mine.setPassword(ada, "a new long password")).isEqualTo(Answer.DONE);
    }

    @Test
    void aStolenSessionCannotTryPasswordsForEver() {
        people.make(ADA);
        Identity.Person ada = people.signIn(ADA);
        for (int i = 0; i < 10; i++) {
            assertThat(people.mine.confirm(ada, "wrong " + i)).isEqualTo(Answer.WRONG);
        }
        assertThat(people.mine.confirm(ada, People.PASSWORD)).isEqualTo(Answer.THROTTLED);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndLinks() {
        people.make(ADA);
        Identity.Person here = people.signIn(ADA);
        people.signIn(ADA);
        people.requests(Registration.OFF).reset(ADA, Locale.GERMAN, People.HERE);
        people.sendLinks();
        String link = people.token();
        assertThat(people.mine.setPassword(here, "password")).isEqualTo(Answer.BAD_PASSWORD);
        assertThat(people.mine.setPassword(here, "a new long password")).isEqualTo(Answer.DONE);
        assertThat(people.mine.sessions(here.account())).singleElement().satisfies(session -> assertThat(session.id())
                .isEqualTo(here.session()));
        assertThat(people.tickets.look(link)).isEmpty();
        assertThat(people.letters.getLast().kind()).isEqualTo("password-changed");
    }

    @Test
    void theProfileIsKeptAndNothingElseOfAnAccountThatIsSent() {
        Account ada = people.make(ADA);
        people.mine.setProfile(new Account(
                ada.id(),
                new MailAddress("eve@example.org"),
                new DisplayName("Ada King"),
                AccountRole.ADMIN,
                AccountState.DISABLED,
                Locale.ITALIAN,
                ZoneId.of("Europe/Rome"),
                new MeetingDefaults(true, true),
                ada.createdAt()));
        Account kept = people.accounts.byId(ada.id()).orElseThrow();
        assertThat(kept.name().text()).isEqualTo("Ada King");
        assertThat(kept.language()).isEqualTo(Locale.ITALIAN);
        assertThat(kept.zone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(kept.defaults()).isEqualTo(new MeetingDefaults(true, true));
        assertThat(kept.email().text()).isEqualTo(ADA);
        assertThat(kept.role()).isEqualTo(AccountRole.USER);
        assertThat(kept.state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void aNewAddressCountsWhenItsLinkWasUsed() {
        Account ada = people.make(ADA);
        Identity.Person me = people.signIn(ADA);
        assertThat(people.mine.changeEmail(me, "no address")).isEqualTo(Answer.BAD_ADDRESS);
        assertThat(people.mine.changeEmail(me, "ada.king@example.org")).isEqualTo(Answer.DONE);
        assertThat(people.letters)
                .extracting(letter -> letter.kind() + " " + letter.to())
                .containsExactly("change-email ada.king@example.org", "email-changing " + ADA);
        assertThat(people.accounts.byEmail(new MailAddress(ADA))).isPresent();
        String token = people.letters.getFirst().link().orElseThrow().split("#", 2)[1];
        assertThat(people.welcome(Registration.OFF).changeEmail(token)).isTrue();
        assertThat(people.welcome(Registration.OFF).changeEmail(token)).isFalse();
        assertThat(people.accounts.byId(ada.id()).orElseThrow().email().text()).isEqualTo("ada.king@example.org");
    }

    @Test
    void anAddressOfSomebodyElseIsNotTold() {
        people.make(ADA);
        people.make("bob@example.org");
        Identity.Person me = people.signIn(ADA);
        assertThat(people.mine.changeEmail(me, "bob@example.org")).isEqualTo(Answer.DONE);
        assertThat(people.letters.getFirst().kind()).isEqualTo("known");
        String token = people.tickets
                .issue(new Tickets.Ticket(
                        Tickets.Purpose.CHANGE_EMAIL,
                        Optional.of(new MailAddress("bob@example.org")),
                        Optional.of(me.account().id()),
                        AccountRole.USER))
                .text();
        assertThat(people.welcome(Registration.OFF).changeEmail(token))
                .as("taken meanwhile")
                .isFalse();
    }

    @Test
    void groupsAndPicturesBelongToTheAccount() {
        Account ada = people.make(ADA);
        Account bob = people.make("bob@example.org");
        people.accounts.setGroups(ada.id(), List.of("Zürich", "Architektur"));
        people.accounts.setGroups(bob.id(), List.of("Zürich"));
        people.accounts.setGroups(ada.id(), List.of("Zürich", "Betrieb"));
        assertThat(people.accounts.groups(ada.id())).containsExactly("Betrieb", "Zürich");
        assertThat(people.accounts.groups(bob.id())).containsExactly("Zürich");
        Accounts.Picture picture = new Accounts.Picture(new byte[] {1, 2, 3}, people.now());
        people.accounts.setPicture(ada.id(), Optional.of(picture));
        people.accounts.setPicture(ada.id(), Optional.of(picture));
        assertThat(people.accounts.picture(ada.id()).orElseThrow().png()).containsExactly(1, 2, 3);
        assertThat(people.accounts.picture(bob.id())).isEmpty();
        people.accounts.setPicture(ada.id(), Optional.empty());
        assertThat(people.accounts.picture(ada.id())).isEmpty();
    }

    @Test
    void nothingIsLeftOfADeletedAccount() {
        Account ada = people.make(ADA);
        Account bob = people.make("bob@example.org");
        Identity.Person me = people.signIn(ADA);
        people.signIn("bob@example.org");
        people.accounts.setGroups(ada.id(), List.of("Zürich"));
        people.accounts.setPicture(ada.id(), Optional.of(new Accounts.Picture(new byte[] {1}, people.now())));
        people.mine.beginCodes(me);
        people.factors.setRecoveryCodes(ada.id(), List.of("code"));
        people.factors.begin(ada.id());
        people.mine.addPasskey(
                me, new SoftPasskey().create(people.mine.beginPasskey(me).orElseThrow()), "key");
        people.mine.changeEmail(me, "other@example.org");
        people.accounts.delete(ada.id());
        for (String column : new AccountDataForTests().columns()) {
            String[] parts = column.split("\\.");
            assertThat(people.stores
                            .database()
                            .ask("select count(*) from " + parts[0] + " where " + parts[1] + "::text in ('" + ada.id()
                                    + "', '" + ADA + "', 'other@example.org')"))
                    .as(column)
                    .isEqualTo("0");
        }
        assertThat(people.accounts.byId(bob.id())).isPresent();
        assertThat(people.sessions.of(bob.id())).hasSize(1);
    }

    @Test
    void anExportHasAllThatItsOwnerMayRead() {
        people.make(ADA);
        people.signIn(ADA);
        AccountData data = new AccountDataForTests();
        Account ada = people.accounts.byEmail(new MailAddress(ADA)).orElseThrow();
        assertThat(data.export(ada.id()))
                .containsEntry("email", ADA)
                .containsEntry("timeZone", "Europe/Zurich")
                .containsKeys("name", "sessions", "passkeys", "groups", "createdAt")
                .doesNotContainKeys("passwordHash", "totpSecret");
        assertThat(data.export(new java.util.UUID(1, 1))).isEmpty();
    }

    private static final class AccountDataForTests extends AccountData {
        AccountDataForTests() {
            accounts = people.accounts;
            sessions = people.sessions;
            factors = people.factors;
            tastes = people.stores.tastes();
            programs = people.stores.appPasswords();
        }
    }
}
