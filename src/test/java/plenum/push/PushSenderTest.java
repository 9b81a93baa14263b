package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.SettingsReader;
import plenum.platform.SiteAddress;

/** One message on its way to a service on this machine, which has a body in each of its answers. */
@Tag("push")
class PushSenderTest {
    private final PushServiceForTests service = new PushServiceForTests(0);
    private final Receiver receiver = Receiver.create();
    private final PushSender sender = new PushSender();

    @BeforeEach
    void open() {
        Map<String, String> variables =
                Map.of("PLENUM_SECRET", "sixteen or more characters", "PLENUM_PUSH_SERVICES", service.origin());
        PushKeys keys = new PushKeys();
        keys.settings = new SettingsReader(name -> Optional.ofNullable(variables.get(name)), "here").read();
        keys.site = new SiteAddress("https://meet.example.org");
        keys.derive();
        sender.keys = keys;
        sender.random = new SecureRandom();
        sender.clock = Clock.systemUTC();
        sender.open();
    }

    @AfterEach
    void close() {
        sender.close();
        service.close();
    }

    private Verdict send(String endpoint, Duration wanted) throws Exception {
        PushDevices.Subscription to = new PushDevices.Subscription(endpoint, receiver.point(), receiver.auth());
        PushOutbox.Waiting message = new PushOutbox.Waiting(
                UUID.randomUUID(),
                UUID.randomUUID(),
                to,
                "topic",
                "{}",
                0,
                Instant.now().plus(wanted));
        return sender.send(message).get(20, TimeUnit.SECONDS);
    }

    private Verdict send() throws Exception {
        return send(service.origin() + "/x?y=z", Duration.ofHours(1));
    }

    @Test
    void theServiceGetsWhatTheStandardsAskFor() throws Exception {
        assertThat(send()).isEqualTo(new Verdict.Taken());
        PushServiceForTests.Sent sent = service.sentTo("/x?y=z").getFirst();
        assertThat(receiver.read(sent.body())).isEqualTo("{}");
        assertThat(sent.headers())
                .containsEntry("topic", "topic")
                .containsEntry("urgency", "high")
                .containsEntry("content-encoding", "aes128gcm");
        assertThat(Integer.parseInt(sent.headers().get("ttl"))).isBetween(3590, 3600);
        VapidToken token = VapidToken.of(sent.headers().get("authorization"));
        assertThat(token.claims().path("aud").asText()).isEqualTo(service.origin());
    }

    @Test
    void aMessageIsKeptForFourWeeksAtMost() throws Exception {
        send(service.origin() + "/x", Duration.ofDays(365));
        assertThat(service.sent().getFirst().headers()).containsEntry("ttl", "2419200");
    }

    @Test
    void answersAreWhatTheyMean() throws Exception {
        service.answerNext(
                "410 Gone",
                "413 Content Too Large",
                "429 Too Many Requests\r\nRetry-After: 120",
                "301 Moved Permanently\r\nLocation: " + service.origin() + "/elsewhere");
        assertThat(send()).isEqualTo(new Verdict.Gone());
        assertThat(send()).isEqualTo(new Verdict.Refused());
        assertThat(send()).isInstanceOfSatisfying(Verdict.Later.class, later -> assertThat(later.at())
                .isAfter(Instant.now().plusSeconds(100)));
        assertThat(send()).isEqualTo(new Verdict.Refused());
        assertThat(service.sentTo("/elsewhere")).isEmpty();
    }

    @Test
    void aServiceThatIsNotThereIsTriedAgain() throws Exception {
        String endpoint = service.origin() + "/x";
        service.close();
        assertThat(send(endpoint, Duration.ofHours(1))).isInstanceOf(Verdict.Later.class);
        assertThat(send(endpoint, Duration.ofSeconds(5))).isEqualTo(new Verdict.TooLate());
    }

    @Test
    void aServiceThatIsNoLongerListedIsNotAsked() throws Exception {
        assertThat(send("https://fcm.googleapis.com/x", Duration.ofHours(1))).isEqualTo(new Verdict.Refused());
    }
}
