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
import plenum.account.LinkRequests.Answer;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.account.Welcome.Chosen;
import plenum.account.Welcome.Outcome;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.platform.Settings.Accounts.Registration;

/** Registering, a forgotten password, the first admin: what links by mail lead to. */
@Tag("account")
class LinksIT {
    private static final String ADA = "ada@example.org";
    private static final Chosen CHOSEN =
            new Chosen("", "Ada", People.PASSWORD, Locale.FRENCH, ZoneId.of("Europe/Paris"));

    private static People people;

    @BeforeAll
    static void open() {
        people = new People("account_links_test");
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
    void whoRegistersChoosesNameAndPasswordBehindTheLink() {
        assertThat(people.requests(Registration.OPEN).register(ADA, Locale.FRENCH, People.HERE))
                .isEqualTo(Answer.SENT);
        assertThat(people.accounts.byEmail(new MailAddress(ADA))).as("not yet").isEmpty();
        people.sendLinks();
        Letter letter = people.letters.getLast();
        assertThat(letter.to().text()).isEqualTo(ADA);
        assertThat(letter.kind()).isEqualTo("register");
        assertThat(letter.language()).isEqualTo(Locale.FRENCH);
        assertThat(letter.link().orElseThrow()).startsWith("https://meet.example.org/link#");

        Outcome outcome = people.welcome(Registration.OPEN).makeAccount(people.token(), CHOSEN, People.HERE);
        Account account = ((Outcome.SignedIn) outcome).session().account();
        assertThat(people.accounts.byId(account.id())).contains(account);
        assertThat(account.role()).isEqualTo(AccountRole.USER);
        assertThat(account.language()).isEqualTo(Locale.FRENCH);
        assertThat(people.welcome(Registration.OPEN).makeAccount(people.token(), CHOSEN, People.HERE))
                .as("once")
                .isEqualTo(new Outcome.Gone());
    }

    @Test
    void neitherAnswerNorWorkTellsWhetherThereIsAnAccount() {
        people.make(ADA);
        LinkRequests requests = people.requests(Registration.OPEN);
        for (String email : List.of(ADA, "nobody@example.org")) {
            assertThat(requests.register(email, Locale.GERMAN, People.HERE)).isEqualTo(Answer.SENT);
            assertThat(requests.reset(email, Locale.GERMAN, People.HERE)).isEqualTo(Answer.SENT);
        }
        assertThat(people.wishes).as("one job each, all the same").hasSize(4);
        people.sendLinks();
        assertThat(people.letters)
                .extracting(letter -> letter.kind() + " " + letter.to())
                .containsExactly("known " + ADA, "reset " + ADA, "register nobody@example.org");
        assertThat(people.letters.getFirst().link()).contains("https://meet.example.org/sign-in");
    }

    @Test
    void registrationCanBeOffOrForSomeDomainsOrAskAnAdmin() {
        assertThat(people.requests(Registration.OFF).register(ADA, Locale.GERMAN, People.HERE))
                .isEqualTo(Answer.OFF);
        LinkRequests some = people.requests(Registration.OPEN, "example.org", "example.com");
        assertThat(some.register("eve@evil.example", Locale.GERMAN, People.HERE))
                .isEqualTo(Answer.OTHER_DOMAIN);
        assertThat(some.register("eve@sub.example.org", Locale.GERMAN, People.HERE))
                .isEqualTo(Answer.OTHER_DOMAIN);
        assertThat(some.register(ADA, Locale.GERMAN, People.HERE)).isEqualTo(Answer.SENT);
        people.sendLinks();
        assertThat(people.welcome(Registration.OFF).makeAccount(people.token(), CHOSEN, People.HERE))
                .as("switched off meanwhile")
                .isEqualTo(new Outcome.Gone());
        assertThat(people.welcome(Registration.APPROVAL).makeAccount(people.token(), CHOSEN, People.HERE))
                .isEqualTo(new Outcome.Pending());
        assertThat(people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                .isEqualTo(new SignIn.Outcome.NotActive(AccountState.PENDING));
    }

    @Test
    void aMailboxIsNotFilledAndAnAddressCannotAskForMany() {
        LinkRequests requests = people.requests(Registration.OPEN);
        for (int i = 0; i < 3 * LinkRequests.PER_MAILBOX; i++) {
            assertThat(requests.reset(ADA, Locale.GERMAN, new Visit("198.51.100." + i, "Firefox")))
                    .as("the answer stays the same")
                    .isEqualTo(Answer.SENT);
        }
        assertThat(people.wishes).hasSize(LinkRequests.PER_MAILBOX);
        for (int i = 0; i < LinkRequests.PER_ADDRESS; i++) {
            assertThat(requests.reset("a" + i + "@example.org", Locale.GERMAN, People.HERE))
                    .isEqualTo(Answer.SENT);
        }
        assertThat(requests.reset("one.more@example.org", Locale.GERMAN, People.HERE))
                .isEqualTo(Answer.THROTTLED);
        assertThat(requests.reset("not an address", Locale.GERMAN, People.HERE)).isEqualTo(Answer.NO_ADDRESS);
    }

    @Test
    void aNewPasswordEndsAllSessionsAndIsTold() {
        Account ada = people.make(ADA);
        people.signIn(ADA);
        people.requests(Registration.OFF).reset(ADA, Locale.GERMAN, People.HERE);
        people.sendLinks();
        String token = people.token();
        Welcome welcome = people.welcome(Registration.OFF);
        assertThat(welcome.makeAccount(token, CHOSEN, People.HERE))
                .as("it is for a password only")
                .isEqualTo(new Outcome.Gone());
        assertThat(welcome.setPassword(token, "short")).isEqualTo(new Outcome.BadPassword());
        assertThat(welcome.setPassword(token, "a new long password")).isEqualTo(new Outcome.PasswordSet());
        assertThat(people.sessions.of(ada.id())).isEmpty();
        assertThat(people.letters.getLast().kind()).isEqualTo("password-changed");
        assertThat(people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                .isEqualTo(new SignIn.Outcome.Wrong());
        assertThat(people.signIn.withPassword(ADA, "a new long password", People.HERE))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(welcome.setPassword(token, "another password")).isEqualTo(new Outcome.Gone());
    }

    @Test
    void linksGetTooOldAndANewOneReplacesTheOld() {
        people.make(ADA);
        LinkRequests requests = people.requests(Registration.OFF);
        requests.reset(ADA, Locale.GERMAN, People.HERE);
        people.sendLinks();
        String first = people.token();
        requests.reset(ADA, Locale.GERMAN, People.HERE);
        people.sendLinks();
        String second = people.token();
        assertThat(people.tickets.look(first)).isEmpty();
        assertThat(people.tickets.look(second)).isPresent();
        people.pass(Duration.ofMinutes(61));
        assertThat(people.tickets.look(second)).isEmpty();
        assertThat(people.tickets.take(second)).isEmpty();
        assertThat(people.tickets.forgetOld()).isOne();
    }

    @Test
    void noAccountIsMadeForAnAddressThatGotOneMeanwhile() {
        people.requests(Registration.OPEN).register(ADA, Locale.GERMAN, People.HERE);
        people.sendLinks();
        people.make(ADA);
        assertThat(people.welcome(Registration.OPEN).makeAccount(people.token(), CHOSEN, People.HERE))
                .isEqualTo(new Outcome.Gone());
    }

    @Test
    void theFirstAdminsLinkMakesOneAdmin() {
        String token = people.tickets
                .issue(new Ticket(Purpose.FIRST_ADMIN, Optional.empty(), Optional.empty(), AccountRole.ADMIN))
                .text();
        Welcome welcome = people.welcome(Registration.OFF);
        assertThat(welcome.makeAccount(token, CHOSEN, People.HERE)).isEqualTo(new Outcome.BadAddress());
        Chosen admin = new Chosen("root@example.org", "Root", People.PASSWORD, Locale.GERMAN, ZoneId.of("UTC"));
        Outcome outcome = welcome.makeAccount(token, admin, People.HERE);
        assertThat(((Outcome.SignedIn) outcome).session().account().isAdmin()).isTrue();

        String late = people.tickets
                .issue(new Ticket(Purpose.FIRST_ADMIN, Optional.empty(), Optional.empty(), AccountRole.ADMIN))
                .text();
        Chosen second = new Chosen("eve@example.org", "Eve", People.PASSWORD, Locale.GERMAN, ZoneId.of("UTC"));
        assertThat(welcome.makeAccount(late, second, People.HERE))
                .as("there is one")
                .isEqualTo(new Outcome.Gone());
    }

    @Test
    void whatIsChosenIsChecked() {
        people.requests(Registration.OPEN).register(ADA, Locale.GERMAN, People.HERE);
        people.sendLinks();
        Welcome welcome = people.welcome(Registration.OPEN);
        Chosen nameless = new Chosen("", " \u202e ", People.PASSWORD, Locale.GERMAN, ZoneId.of("UTC"));
        Chosen guessed = new Chosen("", "Ada", "ada@example.org", Locale.GERMAN, ZoneId.of("UTC"));
        Chosen other = new Chosen("eve@example.org", "Ada", People.PASSWORD, Locale.GERMAN, ZoneId.of("UTC"));
        assertThat(welcome.makeAccount(people.token(), nameless, People.HERE)).isEqualTo(new Outcome.BadName());
        assertThat(welcome.makeAccount(people.token(), guessed, People.HERE)).isEqualTo(new Outcome.BadPassword());
        Outcome made = welcome.makeAccount(people.token(), other, People.HERE);
        assertThat(((Outcome.SignedIn) made).session().account().email().text())
                .as("the proven address counts, whatever is sent along")
                .isEqualTo(ADA);
    }
}
