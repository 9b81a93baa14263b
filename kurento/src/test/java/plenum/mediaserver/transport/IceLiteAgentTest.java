package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.VirtualLoop;

@Tag("transport")
class IceLiteAgentTest {
    private static final IceCredentials OURS = new IceCredentials("ours", "our-password-0123456789");
    private static final IceCredentials THEIRS = new IceCredentials("theirs", "their-password-0123456789");
    private static final IceCredentials OUR_NEXT = new IceCredentials("ours2", "our-next-password-0123456");
    private static final IceCredentials THEIR_NEXT = new IceCredentials("theirs2", "their-next-password-01234");
    private static final InetSocketAddress HOME = new InetSocketAddress("192.0.2.1", 1_000);
    private static final InetSocketAddress TRAIN = new InetSocketAddress("198.51.100.1", 2_000);

    private final VirtualLoop loop = new VirtualLoop();
    private final List<String> news = new ArrayList<>();
    private final Map<SocketAddress, StunMessage> asked = new HashMap<>();
    private final List<SocketAddress> questions = new ArrayList<>();
    private long bytesSent;
    private final IceLiteAgent agent = new IceLiteAgent(loop, OURS, new SecureRandom(), new IceAgent.Listener() {
        @Override
        public void send(byte[] bytes, SocketAddress to) {
            bytesSent += bytes.length;
            StunMessage message = StunMessage.parse(bytes, bytes.length);
            if (message.type() == StunMessage.BINDING_REQUEST) {
                asked.put(to, message);
                questions.add(to);
            } else {
                news.add("answer " + port(to));
            }
        }

        @Override
        public void verified(SocketAddress address) {
            news.add("verified " + port(address));
        }

        @Override
        public void forgotten(SocketAddress address) {
            news.add("forgotten " + port(address));
        }

        @Override
        public void selected(SocketAddress address) {
            news.add("selected " + port(address));
        }

        @Override
        public void retired(String ufrag) {
            news.add("retired " + ufrag);
        }

        @Override
        public void consentExpired() {
            news.add("expired");
        }
    });

    private static int port(SocketAddress address) {
        return ((InetSocketAddress) address).getPort();
    }

    /** A check from an address that answers ours. */
    private void check(IceCredentials ours, IceCredentials theirs, InetSocketAddress from, boolean nominates) {
        silentCheck(ours, theirs, from, nominates);
        answer(from, theirs.password());
    }

    private void answer(InetSocketAddress from, String password) {
        StunMessage question = asked.remove(from);
        if (question != null) {
            byte[] bytes = new StunWriter(StunMessage.BINDING_SUCCESS, question.transactionId()).sign(password);
            agent.onMessage(StunMessage.parse(bytes, bytes.length), from);
        }
    }

    private void silentCheck(IceCredentials ours, IceCredentials theirs, InetSocketAddress from, boolean nominates) {
        StunWriter request = new StunWriter(StunMessage.BINDING_REQUEST, new byte[12])
                .text(StunMessage.USERNAME, ours.ufrag() + ":" + theirs.ufrag())
                .longNumber(StunMessage.ICE_CONTROLLING, 1);
        if (nominates) {
            request.attribute(StunMessage.USE_CANDIDATE);
        }
        byte[] bytes = request.sign(ours.password());
        agent.onMessage(StunMessage.parse(bytes, bytes.length), from);
    }

    @Test
    void followsThePeerToItsNewAddressWithTheFirstNominationFromThere() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        check(OURS, THEIRS, TRAIN, false);
        assertThat(agent.selected()).isEqualTo(HOME);
        check(OURS, THEIRS, TRAIN, true);

        assertThat(agent.selected()).isEqualTo(TRAIN);
        assertThat(agent.verified(HOME)).isTrue();
        assertThat(news).containsSubsequence("selected 1000", "verified 2000", "selected 2000");
    }

    @Test
    void goesWhereDataComeFromWhenNoneComeFromTheNominatedAddress() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, TRAIN, true);
        check(OURS, THEIRS, HOME, true);
        assertThat(agent.heard(TRAIN)).isTrue();
        loop.advance(Duration.ofMillis(150));
        agent.heard(TRAIN);
        assertThat(agent.selected()).as("it may be on the way").isEqualTo(HOME);
        loop.advance(Duration.ofMillis(50));
        agent.heard(TRAIN);
        assertThat(agent.selected()).isEqualTo(TRAIN);

        check(OURS, THEIRS, HOME, true);
        agent.heard(TRAIN);
        loop.advance(Duration.ofMillis(200));
        agent.heard(TRAIN);
        assertThat(agent.selected())
                .as("after a repetition of the check that has failed")
                .isEqualTo(TRAIN);
    }

    @Test
    void staysWhereDataComeFromWhateverElseComes() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, TRAIN, true);
        check(OURS, THEIRS, HOME, true);
        for (int i = 0; i < 50; i++) {
            agent.heard(TRAIN);
            agent.heard(HOME);
            loop.advance(Duration.ofMillis(50));
        }

        assertThat(agent.selected()).isEqualTo(HOME);
    }

    @Test
    void sendsNothingToANominatedAddressThatDoesNotAnswer() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        bytesSent = 0;
        silentCheck(OURS, THEIRS, TRAIN, true);
        loop.advance(Duration.ofSeconds(20));

        assertThat(agent.selected()).isEqualTo(HOME);
        assertThat(questions).filteredOn(TRAIN::equals).hasSize(ReturnChecks.ATTEMPTS);
        assertThat(bytesSent).isLessThan(600);
    }

    @Test
    void asksAtMostTwiceASecondHoweverOftenItIsChecked() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        questions.clear();
        for (int i = 0; i < 1_000; i++) {
            silentCheck(OURS, THEIRS, new InetSocketAddress("203.0.113.9", 1 + i % 20), true);
            loop.advance(Duration.ofMillis(20));
        }

        assertThat(agent.selected()).isEqualTo(HOME);
        assertThat(questions).hasSizeLessThanOrEqualTo(ReturnChecks.BURST + 20 * ReturnChecks.PER_SECOND);
    }

    @Test
    void believesOnlyTheAnswerOfWhoWasAsked() {
        agent.remote(THEIRS);
        silentCheck(OURS, THEIRS, HOME, true);
        StunMessage question = asked.get(HOME);
        answer(HOME, "another-password-0123456");
        asked.put(TRAIN, question);
        answer(TRAIN, THEIRS.password());
        byte[] guess = new StunWriter(StunMessage.BINDING_SUCCESS, new byte[12]).sign(THEIRS.password());
        agent.onMessage(StunMessage.parse(guess, guess.length), HOME);
        assertThat(agent.selected()).isNull();

        asked.put(HOME, question);
        answer(HOME, THEIRS.password());
        assertThat(agent.selected()).isEqualTo(HOME);
    }

    @Test
    void takesWhatAnswersWhenTheAddressNominatedLastDoesNot() {
        agent.remote(THEIRS);
        silentCheck(OURS, THEIRS, HOME, true);
        silentCheck(OURS, THEIRS, TRAIN, true);
        answer(HOME, THEIRS.password());
        assertThat(agent.selected()).isEqualTo(HOME);
        loop.advance(Duration.ofMillis(120));
        answer(TRAIN, THEIRS.password());

        assertThat(agent.selected()).isEqualTo(TRAIN);
        assertThat(questions).filteredOn(HOME::equals).hasSize(1);
    }

    @Test
    void asksOnceItKnowsTheOtherSidesPassword() {
        silentCheck(OURS, THEIRS, HOME, true);
        assertThat(questions).isEmpty();
        agent.remote(THEIRS);
        assertThat(questions).containsExactly(HOME);
        assertThat(asked.get(HOME).username()).isEqualTo("theirs:ours");
        assertThat(asked.get(HOME).has(StunMessage.ICE_CONTROLLED)).isTrue();
        answer(HOME, THEIRS.password());

        assertThat(agent.selected()).isEqualTo(HOME);
    }

    @Test
    void followsDataToNoAddressThatDoesNotAnswer() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        silentCheck(OURS, THEIRS, TRAIN, false);
        for (int i = 0; i < 50; i++) {
            agent.heard(TRAIN);
            loop.advance(Duration.ofMillis(20));
        }
        assertThat(agent.selected()).isEqualTo(HOME);
        answer(TRAIN, THEIRS.password());
        agent.heard(TRAIN);

        assertThat(agent.selected()).isEqualTo(TRAIN);
    }

    @Test
    void looksAtNoDataFromAnAddressThatHasPassedNoCheck() {
        agent.remote(THEIRS);
        assertThat(agent.heard(HOME)).isFalse();
        check(OURS, THEIRS, HOME, true);
        agent.heard(TRAIN);
        loop.advance(Duration.ofSeconds(1));

        assertThat(agent.heard(TRAIN)).isFalse();
        assertThat(agent.selected()).isEqualTo(HOME);
    }

    @Test
    void keepsTheOldWayUntilARestartHasFoundAnother() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        agent.restart(OUR_NEXT);
        agent.remote(THEIR_NEXT);
        check(OURS, THEIRS, HOME, true);
        assertThat(agent.selected()).isEqualTo(HOME);
        assertThat(news).doesNotContain("retired ours");

        check(OUR_NEXT, THEIR_NEXT, TRAIN, true);
        assertThat(agent.selected()).isEqualTo(TRAIN);
        assertThat(news).containsSubsequence("retired ours", "selected 2000");

        news.clear();
        silentCheck(OURS, THEIRS, HOME, true);
        assertThat(news).isEmpty();
        assertThat(agent.selected()).isEqualTo(TRAIN);
    }

    @Test
    void tellsOfARestartThatEndsWhereItBegan() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        agent.restart(OUR_NEXT);
        agent.remote(THEIR_NEXT);
        news.clear();
        check(OUR_NEXT, THEIR_NEXT, HOME, true);

        assertThat(news).contains("retired ours", "selected 1000");
    }

    @Test
    void answersNobodyWhoMixesCredentials() {
        agent.remote(THEIRS);
        agent.restart(OUR_NEXT);
        agent.remote(THEIR_NEXT);
        check(OURS, THEIR_NEXT, HOME, true);
        check(new IceCredentials(OUR_NEXT.ufrag(), OURS.password()), THEIR_NEXT, HOME, true);

        assertThat(news).isEmpty();
    }

    @Test
    void expiresThirtySecondsAfterTheLastCheck() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        loop.advance(Duration.ofSeconds(20));
        check(OURS, THEIRS, HOME, true);
        loop.advance(Duration.ofSeconds(29));
        assertThat(news).doesNotContain("expired");
        loop.advance(Duration.ofSeconds(6));

        assertThat(news).containsOnlyOnce("expired");
        assertThat(agent.selected()).isNull();
        assertThat(agent.verified(HOME)).isFalse();
    }

    @Test
    void givesUpAPeerThatNeverSendsACheck() {
        agent.remote(THEIRS);
        loop.advance(Duration.ofSeconds(29));
        assertThat(news).isEmpty();
        loop.advance(Duration.ofSeconds(6));

        assertThat(news).containsExactly("expired");
    }

    @Test
    void forgetsTheEldestAddressOfAPeerThatWanders() {
        agent.remote(THEIRS);
        check(OURS, THEIRS, HOME, true);
        for (int port = 1; port <= 40; port++) {
            check(OURS, THEIRS, new InetSocketAddress("192.0.2.7", port), false);
        }

        assertThat(agent.selected()).isEqualTo(HOME);
        assertThat(agent.verified(HOME)).isTrue();
        assertThat(agent.verified(new InetSocketAddress("192.0.2.7", 1))).isFalse();
        assertThat(agent.verified(new InetSocketAddress("192.0.2.7", 40))).isTrue();
        assertThat(news).contains("forgotten 1");
    }
}
