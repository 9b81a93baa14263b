package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.SignIn.Outcome;

@Tag("account")
class SignInIT {
    private static final String ADA = "ada@example.org";

    private static People people;

    @BeforeAll
    static void open() {
        people = new People("account_sign_in_test");
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
    void theRightPasswordOpensASession() {
        Account ada = people.make(ADA);
        Outcome outcome = people.signIn.withPassword(" ADA@Example.org ", People.PASSWORD, People.HERE);
        String token = ((Outcome.SignedIn) outcome).session().text();
        Identity.Person person = people.sessions.find(token).orElseThrow();
        assertThat(person.account()).isEqualTo(ada);
        assertThat(people.sessions.of(ada.id())).singleElement().satisfies(session -> {
            assertThat(session.device()).isEqualTo("Firefox, Linux");
            assertThat(session.id()).isEqualTo(person.session());
        });
        assertThat(people.stores
                        .database()
                        .ask("select count(*) from account_session where token_hash = '" + token + "'::bytea"))
                .as("the token itself is not stored")
                .isEqualTo("0");
    }

    @Test
    void eachSignInHasASessionOfItsOwn() {
        people.make(ADA);
        Identity.Person first = people.signIn(ADA);
        Identity.Person second = people.signIn(ADA);
        assertThat(first.session()).isNotEqualTo(second.session());
    }

    @Test
    void aWrongNameIsToldLikeAWrongPassword() {
        people.make(ADA);
        people.make("pending@example.org", AccountState.PENDING, AccountRole.USER);
        people.make("disabled@example.org", AccountState.DISABLED, AccountRole.USER);
        for (String email :
                List.of(ADA, "nobody@example.org", "no address", "pending@example.org", "disabled@example.org", "")) {
            assertThat(people.signIn.withPassword(email, "wrong horse", People.HERE))
                    .as(email)
                    .isEqualTo(new Outcome.Wrong());
        }
    }

    /** The median of each: a difference of a tenth would show, a busy machine does not. */
    @Test
    void aWrongNameTakesAsLongAsAWrongPassword() {
        people.make(ADA);
        long[] wrongName = new long[9];
        long[] wrongPassword = new long[9];
        for (int i = 0; i < wrongName.length; i++) {
            wrongName[i] = nanos("nobody" + i + "@example.org");
            wrongPassword[i] = nanos(ADA);
        }
        double ratio = (double) median(wrongName) / median(wrongPassword);
        assertThat(ratio).isBetween(0.5, 2.0);
        assertThat(median(wrongName)).as("it is hashed").isGreaterThan(5_000_000);
    }

    @Test
    void onlyWhoKnowsThePasswordLearnsThatAnAccountWaitsOrIsDisabled() {
        people.make("pending@example.org", AccountState.PENDING, AccountRole.USER);
        people.make("disabled@example.org", AccountState.DISABLED, AccountRole.USER);
        assertThat(people.signIn.withPassword("pending@example.org", People.PASSWORD, People.HERE))
                .isEqualTo(new Outcome.NotActive(AccountState.PENDING));
        assertThat(people.signIn.withPassword("disabled@example.org", People.PASSWORD, People.HERE))
                .isEqualTo(new Outcome.NotActive(AccountState.DISABLED));
    }

    @Test
    void afterTenWrongOnesNotEvenTheRightOneIsTakenWhetherTheAccountExistsOrNot() {
        people.make(ADA);
        for (String email : List.of(ADA, "nobody@example.org")) {
            for (int i = 0; i < SignIn.PER_NAME; i++) {
                Visit elsewhere = new Visit("192.0.2." + (10 + i), "Firefox");
                assertThat(people.signIn.withPassword(email, "wrong " + i, elsewhere))
                        .isEqualTo(new Outcome.Wrong());
            }
            assertThat(people.signIn.withPassword(email, People.PASSWORD, People.HERE))
                    .isEqualTo(new Outcome.Throttled());
        }
        people.pass(Duration.ofMinutes(61));
        assertThat(people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void oneAddressCannotTryManyNamesAndOthersGoOn() {
        people.make(ADA);
        for (int i = 0; i < SignIn.PER_ADDRESS; i++) {
            people.tries.take(List.of(new Tries.Limit("address 192.0.2.66", SignIn.PER_ADDRESS)));
        }
        Visit guesser = new Visit("192.0.2.66", "Firefox");
        assertThat(people.signIn.withPassword(ADA, People.PASSWORD, guesser)).isEqualTo(new Outcome.Throttled());
        assertThat(people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void rightOnesCostNothing() {
        people.make(ADA);
        for (int i = 0; i < 2 * SignIn.PER_NAME; i++) {
            assertThat(people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                    .isInstanceOf(Outcome.SignedIn.class);
        }
    }

    @Test
    void aHundredAtOnceAreNotMoreThanTen() throws Exception {
        people.make(ADA);
        List<Future<Outcome>> attempts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 30; i++) {
                attempts.add(threads.submit(() -> people.signIn.withPassword(ADA, "wrong horse", People.HERE)));
            }
        }
        int looked = 0;
        for (Future<Outcome> attempt : attempts) {
            looked += attempt.get() instanceof Outcome.Wrong ? 1 : 0;
        }
        assertThat(looked).isEqualTo(SignIn.PER_NAME);
    }

    @Test
    void sessionsEndWithTimeAndByTheirOwner() {
        Account ada = people.make(ADA);
        people.make("bob@example.org");
        String token = token();
        Identity.Person person = people.sessions.find(token).orElseThrow();
        people.sessions.end(
                people.accounts
                        .byEmail(new plenum.mail.MailAddress("bob@example.org"))
                        .orElseThrow()
                        .id(),
                person.session());
        assertThat(people.sessions.find(token)).as("not by somebody else").isPresent();
        people.sessions.end(ada.id(), person.session());
        assertThat(people.sessions.find(token)).isEmpty();

        String idle = token();
        people.pass(Duration.ofDays(6));
        assertThat(people.sessions.find(idle)).isPresent();
        people.pass(Duration.ofDays(6));
        assertThat(people.sessions.find(idle)).as("it was seen six days ago").isPresent();
        people.pass(Duration.ofDays(8));
        assertThat(people.sessions.find(idle)).isEmpty();
        assertThat(people.sessions.forgetEnded()).isOne();

        String used = token();
        for (int day = 0; day < 31; day++) {
            people.sessions.find(used);
            people.pass(Duration.ofDays(1));
        }
        assertThat(people.sessions.find(used)).as("thirty days are the most").isEmpty();
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        Account ada = people.make(ADA);
        String token = token();
        people.accounts.setState(ada.id(), AccountState.DISABLED);
        assertThat(people.sessions.find(token)).isEmpty();
    }

    @Test
    void inventedTokensAreNobody() {
        people.make(ADA);
        token();
        for (String invented : List.of("", "x", "null", "'; drop table account; --", "A".repeat(43))) {
            assertThat(people.sessions.find(invented)).isEmpty();
        }
        assertThat(people.sessions.find(token().substring(1))).isEqualTo(Optional.empty());
    }

    private static String token() {
        return ((Outcome.SignedIn) people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                .session()
                .text();
    }

    private static long nanos(String email) {
        long began = System.nanoTime();
        people.signIn.withPassword(email, "wrong horse", People.HERE);
        return System.nanoTime() - began;
    }

    private static long median(long... values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
