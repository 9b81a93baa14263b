package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.MyAccount.Answer;
import plenum.account.SignIn.Outcome;

/** One-time passwords, passkeys and recovery codes: set up by their owner, and then asked for. */
@Tag("account")
class SecondStepIT {
    private static final String ADA = "ada@example.org";

    private static People people;

    @BeforeAll
    static void open() {
        people = new People("account_second_step_test");
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
    void aCodeIsAskedForOnceItWasConfirmed() {
        people.make(ADA);
        Identity.Person ada = people.signIn(ADA);
        byte[] secret = secret(people.mine.beginCodes(ada).orElseThrow());
        assertThat(people.factors.has(ada.account().id()))
                .as("not before it works")
                .isFalse();
        assertThat(people.mine.confirmCodes(ada, "000000")).isEqualTo(Answer.WRONG);
        assertThat(people.mine.confirmCodes(ada, code(secret))).isEqualTo(Answer.DONE);
        assertThat(people.letters.getLast().kind()).isEqualTo("factor-added");
        assertThat(people.mine.pendingCodes(ada.account()))
                .as("the secret is shown no more")
                .isEmpty();

        String step = step();
        assertThat(people.secondStep.ways(step)).contains(new SecondStep.Ways(true, false, false));
        assertThat(people.sessions.find(step)).as("a step is no session").isEmpty();
        assertThat(people.secondStep.withCode(step, code(secret), People.HERE))
                .as("the code that confirmed was used")
                .isEqualTo(new Outcome.Wrong());
        people.pass(Duration.ofSeconds(31));
        assertThat(people.secondStep.withCode(step, code(secret), People.HERE)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(people.secondStep.withCode(step, code(secret), People.HERE))
                .as("a step ends with its success")
                .isEqualTo(new Outcome.Wrong());
        assertThat(people.secondStep.withCode(step(), code(secret), People.HERE))
                .as("a code works once")
                .isEqualTo(new Outcome.Wrong());
    }

    @Test
    void fiveWrongCodesEndTheStepAndTwentyTheHour() {
        byte[] secret = withCodes();
        people.pass(Duration.ofSeconds(31));
        String step = step();
        for (int i = 0; i < 5; i++) {
            assertThat(people.secondStep.withCode(step, "000000", People.HERE)).isEqualTo(new Outcome.Wrong());
        }
        assertThat(people.secondStep.withCode(step, code(secret), People.HERE)).isEqualTo(new Outcome.Wrong());
        assertThat(people.secondStep.ways(step)).isEmpty();
        for (int i = 0; i < 3; i++) {
            String next = step();
            for (int j = 0; j < 5; j++) {
                people.secondStep.withCode(next, "000000", People.HERE);
            }
        }
        assertThat(people.secondStep.withCode(step(), code(secret), People.HERE))
                .isEqualTo(new Outcome.Throttled());
        people.pass(Duration.ofMinutes(61));
        assertThat(people.secondStep.withCode(step(), code(secret), People.HERE))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void aStepIsOverAfterTenMinutesAndForWhoIsDisabled() {
        byte[] secret = withCodes();
        String step = step();
        people.pass(Duration.ofMinutes(11));
        assertThat(people.secondStep.withCode(step, code(secret), People.HERE)).isEqualTo(new Outcome.Wrong());
        assertThat(people.factors.forgetOld()).isOne();
        String late = step();
        people.accounts.setState(
                people.accounts
                        .byEmail(new plenum.mail.MailAddress(ADA))
                        .orElseThrow()
                        .id(),
                AccountState.DISABLED);
        assertThat(people.secondStep.withCode(late, code(secret), People.HERE)).isEqualTo(new Outcome.Wrong());
    }

    @Test
    void recoveryCodesWorkOnceAndLeaveWithTheLastFactor() {
        withCodes();
        Identity.Person ada = signedInWithCodes();
        List<String> codes = people.mine.newRecoveryCodes(ada).orElseThrow();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
        String typed = codes.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(people.secondStep.withRecoveryCode(step(), typed, People.HERE))
                .isInstanceOf(Outcome.SignedIn.class);
        assertThat(people.secondStep.withRecoveryCode(step(), typed, People.HERE))
                .isEqualTo(new Outcome.Wrong());
        assertThat(people.factors.countRecoveryCodes(ada.account().id())).isEqualTo(9);
        people.mine.newRecoveryCodes(ada);
        assertThat(people.secondStep.withRecoveryCode(step(), codes.get(0), People.HERE))
                .as("new ones replace the old")
                .isEqualTo(new Outcome.Wrong());
        assertThat(people.mine.removeCodes(ada)).isEqualTo(Answer.DONE);
        assertThat(people.factors.countRecoveryCodes(ada.account().id())).isZero();
        assertThat(people.letters.getLast().kind()).isEqualTo("factor-removed");
        assertThat(people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void secretsAreSealedForTheirAccount() {
        byte[] secret = withCodes();
        Account ada = people.accounts.byEmail(new plenum.mail.MailAddress(ADA)).orElseThrow();
        byte[] sealed = people.factors.totp(ada.id()).orElseThrow().sealedSecret();
        assertThat(people.stores.key().open(sealed, ada.id().toString())).isEqualTo(secret);
        assertThatThrownBy(() -> people.stores
                        .key()
                        .open(sealed, people.make("bob@example.org").id().toString()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPasskeyIsMadeAndAskedFor() {
        SoftPasskey passkey = new SoftPasskey();
        Identity.Person ada = withPasskey(passkey);
        assertThat(people.factors.passkeys(ada.account().id()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.name()).isEqualTo("Ada’s key"));
        String step = step();
        assertThat(people.secondStep.ways(step)).contains(new SecondStep.Ways(false, true, false));
        String asked = people.secondStep.passkeyRequest(step).orElseThrow();
        assertThat(asked).contains("\"rpId\":\"meet.example.org\"");
        String answer = passkey.get(asked);
        assertThat(people.secondStep.withPasskey(step, answer, People.HERE)).isInstanceOf(Outcome.SignedIn.class);

        String next = step();
        assertThat(people.secondStep.withPasskey(next, answer, People.HERE))
                .as("nothing was asked for in this step")
                .isEqualTo(new Outcome.Wrong());
        people.secondStep.passkeyRequest(next);
        assertThat(people.secondStep.withPasskey(next, answer, People.HERE))
                .as("an answer to another challenge")
                .isEqualTo(new Outcome.Wrong());
    }

    @Test
    void whatIsNotThePasskeyOfThisSiteAndAccountIsRefused() {
        SoftPasskey passkey = new SoftPasskey();
        withPasskey(passkey);
        passkey.origin = "https://meet.example.org.evil.example";
        assertThat(shown(passkey)).as("a page that looks like ours").isEqualTo(new Outcome.Wrong());
        passkey.origin = "https://meet.example.org";
        passkey.site = "evil.example";
        assertThat(shown(passkey)).isEqualTo(new Outcome.Wrong());
        passkey.site = "meet.example.org";
        assertThat(shown(new SoftPasskey())).as("somebody else's").isEqualTo(new Outcome.Wrong());
        assertThat(shown(passkey)).isInstanceOf(Outcome.SignedIn.class);
        passkey.counter = 1;
        assertThat(shown(passkey)).as("a copy").isEqualTo(new Outcome.Wrong());
        String step = step();
        people.secondStep.passkeyRequest(step);
        for (String damaged : List.of(
                "", "{}", "null", "[]", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")) {
            assertThat(people.secondStep.withPasskey(step, damaged, People.HERE))
                    .isNotInstanceOf(Outcome.SignedIn.class);
            people.secondStep.passkeyRequest(step);
        }
    }

    @Test
    void aPasskeyIsMadeForTheChallengeOfThisSessionAlone() {
        people.make(ADA);
        Identity.Person ada = people.signIn(ADA);
        Identity.Person elsewhere = people.signIn(ADA);
        SoftPasskey passkey = new SoftPasskey();
        String asked = people.mine.beginPasskey(ada).orElseThrow();
        assertThat(people.mine.addPasskey(elsewhere, passkey.create(asked), "x"))
                .isEqualTo(Answer.CONFIRM);
        passkey.origin = "https://evil.example";
        assertThat(people.mine.addPasskey(ada, passkey.create(asked), "x")).isEqualTo(Answer.WRONG);
        passkey.origin = "https://meet.example.org";
        assertThat(people.mine.addPasskey(ada, passkey.create(asked), "x"))
                .as("a challenge is answered once")
                .isEqualTo(Answer.CONFIRM);
        people.mine.beginPasskey(ada);
        people.pass(Duration.ofMinutes(6));
        assertThat(people.sessions.takeChallenge(ada.session())).as("too late").isEmpty();
    }

    @Test
    void onesOwnPasskeysAreRemovedAndNotThoseOfOthers() {
        Identity.Person ada = withPasskey(new SoftPasskey());
        people.make("bob@example.org");
        Identity.Person bob = people.signIn("bob@example.org");
        var key = people.factors.passkeys(ada.account().id()).getFirst();
        people.mine.removePasskey(bob, key.id());
        assertThat(people.factors.passkeys(ada.account().id())).hasSize(1);
        assertThat(people.mine.removePasskey(ada, key.id())).isEqualTo(Answer.DONE);
        assertThat(people.factors.has(ada.account().id())).isFalse();
    }

    private static Outcome shown(SoftPasskey passkey) {
        String step = step();
        return people.secondStep.withPasskey(
                step, passkey.get(people.secondStep.passkeyRequest(step).orElseThrow()), People.HERE);
    }

    private static Identity.Person withPasskey(SoftPasskey passkey) {
        people.make(ADA);
        Identity.Person ada = people.signIn(ADA);
        String answer = passkey.create(people.mine.beginPasskey(ada).orElseThrow());
        assertThat(people.mine.addPasskey(ada, answer, "Ada’s key")).isEqualTo(Answer.DONE);
        return ada;
    }

    private static byte[] withCodes() {
        people.make(ADA);
        Identity.Person ada = people.signIn(ADA);
        byte[] secret = secret(people.mine.beginCodes(ada).orElseThrow());
        assertThat(people.mine.confirmCodes(ada, code(secret))).isEqualTo(Answer.DONE);
        return secret;
    }

    private static Identity.Person signedInWithCodes() {
        people.pass(Duration.ofSeconds(31));
        Account ada = people.accounts.byEmail(new plenum.mail.MailAddress(ADA)).orElseThrow();
        byte[] secret = people.stores
                .key()
                .open(
                        people.factors.totp(ada.id()).orElseThrow().sealedSecret(),
                        ada.id().toString());
        Outcome outcome = people.secondStep.withCode(step(), code(secret), People.HERE);
        return people.sessions
                .find(((Outcome.SignedIn) outcome).session().text())
                .orElseThrow();
    }

    private static String step() {
        return ((Outcome.SecondStep) people.signIn.withPassword(ADA, People.PASSWORD, People.HERE))
                .step()
                .text();
    }

    private static byte[] secret(MyAccount.NewCodes codes) {
        assertThat(codes.uri()).contains("secret=" + codes.text().replace(" ", ""));
        Optional<byte[]> kept = people.factors
                .totp(people.accounts
                        .byEmail(new plenum.mail.MailAddress(ADA))
                        .orElseThrow()
                        .id())
                .map(totp -> people.stores
                        .key()
                        .open(
                                totp.sealedSecret(),
                                people.accounts
                                        .byEmail(new plenum.mail.MailAddress(ADA))
                                        .orElseThrow()
                                        .id()
                                        .toString()));
        assertThat(Totp.base32(kept.orElseThrow())).isEqualTo(codes.text().replace(" ", ""));
        return kept.get();
    }

    private static String code(byte[] secret) {
        return Totp.code(secret, people.now().getEpochSecond() / 30);
    }
}
