package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;
import plenum.platform.Settings;
import plenum.socket.RateLimit.Rate;
import plenum.socket.Wire.CloseReason;

/** With a family of messages of its own: whoever opens may come in, and says things that come back. */
@Tag("socket")
class SocketConnectionTest {
    private final FakeTimers time = new FakeTimers();
    private final SocketServices services = new SocketServices(new Settings.Sockets(100, 100, 8), time, time);
    private final FakeWire guest = open();
    private final List<String> gone = new ArrayList<>();

    /** What is said here. */
    sealed interface Phrase {
        record ComeIn() implements Phrase {}

        record Wait() implements Phrase {}

        record Say(String what) implements Phrase {}

        /** Costs much. */
        record Shout(String what) implements Phrase {}
    }

    @Test
    void bringsWholeMessagesToTheListenerAndAnswersBack() {
        guest.say("come-in").begin("say h").begin("ell").say("o");
        assertThat(guest.heard).containsExactly("{\"welcome\":\"192.0.2.1\"}", "{\"said\":\"hello\"}");
    }

    @Test
    void whatCannotBeReadIsTheLast() {
        guest.say("come-in").say("mumble");
        assertThat(guest.heard).last().isEqualTo("{\"unreadable\":true}");
        assertThat(guest.closed).isEqualTo(CloseReason.PROTOCOL_ERROR);
        assertThat(gone).containsExactly("192.0.2.1");
    }

    @Test
    void aStrangerMaySayLittle() {
        guest.say("say " + "x".repeat(4092));
        assertThat(guest.closed).isNull();
        guest.say("say " + "x".repeat(4093));
        assertThat(guest.closed).isEqualTo(CloseReason.TOO_LARGE);

        FakeWire slowly = open().begin("say " + "x".repeat(4000));
        assertThat(services.budget().memory()).isPositive();
        slowly.begin("x".repeat(93));
        assertThat(slowly.closed).isEqualTo(CloseReason.TOO_LARGE);
        assertThat(services.budget().memory()).isZero();

        FakeWire often = open();
        for (int i = 0; i < 30; i++) {
            often.say("say " + i);
        }
        assertThat(often.heard)
                .contains("{\"said\":\"19\"}")
                .doesNotContain("{\"said\":\"20\"}")
                .hasSize(30);
    }

    @Test
    void whoIsInMaySayMore() {
        guest.say("come-in").say("say " + "x".repeat(100_000));
        assertThat(guest.heard.getLast()).hasSizeGreaterThan(100_000);
        guest.begin("x".repeat(SocketConnection.LONGEST)).begin("x");
        assertThat(guest.closed).isEqualTo(CloseReason.TOO_LARGE);
    }

    @Test
    void eachMessageHasItsRate() {
        guest.say("come-in").say("shout a").say("shout b").say("shout c").say("say d");
        assertThat(guest.heard)
                .endsWith("{\"shouted\":\"a\"}", "{\"shouted\":\"b\"}", "{\"often\":\"Shout\"}", "{\"said\":\"d\"}");
        time.pass(Duration.ofSeconds(6));
        guest.say("shout e");
        assertThat(guest.heard).last().isEqualTo("{\"shouted\":\"e\"}");
    }

    @Test
    void whoNeverStopsIsClosed() {
        guest.say("come-in");
        for (int i = 0; i < 1000 && guest.closed == null; i++) {
            guest.say("shout " + i);
        }
        assertThat(guest.closed).isEqualTo(CloseReason.TOO_OFTEN);
    }

    @Test
    void bytesHaveARateToo() {
        guest.say("come-in");
        for (int i = 0; i < 11; i++) {
            guest.say("say " + "x".repeat(100_000));
        }
        assertThat(guest.heard).last().isEqualTo("{\"often\":\"\"}");
        assertThat(guest.closed).isNull();
    }

    @Test
    void whoDoesNotSayInTimeWhatTheyWantHasToGo() {
        guest.say("say hello");
        FakeWire waiting = open().say("wait");
        FakeWire inside = open().say("come-in");
        time.pass(Duration.ofSeconds(10));
        assertThat(guest.closed).isEqualTo(CloseReason.TOO_LATE);
        assertThat(waiting.closed).isNull();
        assertThat(inside.closed).isNull();
    }

    @Test
    void asksWhoIsSilentAndClosesAfterAWhile() {
        guest.say("come-in");
        FakeWire alive = open().say("come-in");
        for (int i = 0; i < 6; i++) {
            time.pass(Duration.ofSeconds(10));
            alive.pong();
        }
        assertThat(guest.pings).isEqualTo(2);
        assertThat(guest.closed).isEqualTo(CloseReason.TOO_LATE);
        assertThat(alive.closed).isNull();
        assertThat(gone).hasSize(1);
    }

    @Test
    void aMessageThatIsNeverFinishedEndsItsSocket() {
        guest.say("come-in").begin("say ");
        for (int i = 0; i < 5; i++) {
            time.pass(Duration.ofSeconds(10));
            guest.pong();
        }
        assertThat(guest.closed).isEqualTo(CloseReason.TOO_LATE);
    }

    @Test
    void takesTextOnly() {
        guest.sayBinary();
        assertThat(guest.closed).isEqualTo(CloseReason.TEXT_ONLY);
    }

    private FakeWire open() {
        FakeWire wire = new FakeWire();
        Handshake handshake = FakeWire.handshake(services, "192.0.2.1", Map.of());
        return wire.to(new SocketConnection<>(
                handshake, wire, new Phrases(), services, connection -> new Host(handshake, connection)));
    }

    /** How phrases are written: a word, and what follows. */
    private static final class Phrases implements MessageFamily<Phrase> {
        @Override
        public Optional<Phrase> read(String text) {
            String[] words = text.split(" ", 2);
            return switch (words[0]) {
                case "come-in" -> Optional.of(new Phrase.ComeIn());
                case "wait" -> Optional.of(new Phrase.Wait());
                case "say" -> Optional.of(new Phrase.Say(words[1]));
                case "shout" -> Optional.of(new Phrase.Shout(words[1]));
                default -> Optional.empty();
            };
        }

        @Override
        public Rate rateOf(Class<?> message) {
            return message == Phrase.Shout.class ? Rate.perMinute(2, 10) : Rate.perMinute(1000, 1000);
        }

        @Override
        public String unreadable() {
            return "{\"unreadable\":true}";
        }

        @Override
        public String tooOften(Optional<Phrase> message) {
            return "{\"often\":\""
                    + message.map(phrase -> phrase.getClass().getSimpleName()).orElse("") + "\"}";
        }
    }

    private final class Host implements SocketConnection.Listener<Phrase> {
        private final Handshake handshake;
        private final SocketConnection<Phrase> connection;

        Host(Handshake handshake, SocketConnection<Phrase> connection) {
            this.handshake = handshake;
            this.connection = connection;
        }

        @Override
        public void received(Phrase message) {
            switch (message) {
                case Phrase.ComeIn in -> {
                    connection.admitted();
                    connection.queue().send("{\"welcome\":\"" + handshake.address() + "\"}");
                }
                case Phrase.Wait wait -> connection.asked();
                case Phrase.Say(String what) -> connection.queue().send("{\"said\":\"" + what + "\"}");
                case Phrase.Shout(String what) -> connection.queue().send("{\"shouted\":\"" + what + "\"}");
            }
        }

        @Override
        public void closed() {
            gone.add(handshake.address());
        }
    }
}
