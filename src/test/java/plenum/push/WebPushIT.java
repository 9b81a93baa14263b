package plenum.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.account.Sessions;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.store.Schema;
import plenum.notice.Notice;

/** From a notice to a browser: a real database, the job as it runs, a push service on loopback, and a receiver that reads what came. */
@ExtendWith(ArquillianExtension.class)
@Tag("push")
class WebPushIT {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** More than a turn of the job, and the look for it. */
    private static final long A_TURN_MILLIS = 8000;

    @Inject
    PushDevices devices;

    @Inject
    PushKeys keys;

    @Inject
    PushData data;

    @Inject
    jakarta.enterprise.event.Event<Notice> notices;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    UserTransaction transaction;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Schema schema;

    private final Receiver receiver = Receiver.create();
    private PushServiceForTests service;
    private Account ada;
    private UUID session;
    private String path;

    @Deployment
    static WebArchive application() {
        return Deployments.application()
                .addClasses(
                        Receiver.class, VapidToken.class, PushServiceForTests.class, PushServiceForTests.Sent.class);
    }

    @BeforeEach
    void open() {
        AwaitSchema.of(schema);
        service = new PushServiceForTests(Integer.getInteger("plenum.it.push.port"));
        ada = AccountForTests.anybody().createIn(accounts);
        sessions.open(ada.id(), "Firefox");
        session = sessions.of(ada.id()).getFirst().id();
        path = "/send/" + UUID.randomUUID();
        add(path);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void add(String at) {
        devices.add(
                ada.id(),
                session,
                new PushDevices.Subscription(service.origin() + at, receiver.point(), receiver.auth()),
                "Firefox, Linux",
                Instant.now());
    }

    private Notice notice(String key, String text) {
        return new Notice(
                ada.id(), key, "Plan", text, "/calendar", Instant.now().plusSeconds(3600));
    }

    private void fire(Notice... all) throws Exception {
        transaction.begin();
        for (Notice notice : all) {
            notices.fire(notice);
        }
        transaction.commit();
    }

    private List<PushServiceForTests.Sent> sent() {
        return service.sentTo(path);
    }

    private long waiting() {
        return ((Number) entities.createNativeQuery("""
            select count(*) from push_message m join push_subscription s on s.id = m.subscription_id where s.account_id = :account\
            """)
                        .setParameter("account", ada.id())
                        .getSingleResult())
                .longValue();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void aNoticeIsDeliveredOnceAndItsBrowserAloneCanReadIt() throws Exception {
        fire(notice("reminder-1", "at nine"));
        await("it comes", () -> sent().size() == 1);
        PushServiceForTests.Sent came = sent().getFirst();
        assertEquals(PushPayload.of(notice("reminder-1", "at nine")), receiver.read(came.body()));
        assertEquals("aes128gcm", came.headers().get("content-encoding"));
        assertEquals("high", came.headers().get("urgency"));
        assertEquals(PushPayload.topic("reminder-1"), came.headers().get("topic"));
        int ttl = Integer.parseInt(came.headers().get("ttl"));
        assertTrue(ttl > 3500 && ttl <= 3600, "TTL " + ttl);
        VapidToken token = VapidToken.of(came.headers().get("authorization"));
        assertEquals(keys.publicKey().orElseThrow(), token.key());
        assertEquals(service.origin(), token.claims().path("aud").asText());
        long left = token.claims().path("exp").asLong() - Instant.now().getEpochSecond();
        assertTrue(left > 0 && left <= 12 * 3600, "exp in " + left);
        assertFalse(token.claims().path("sub").asText().isEmpty());
        await("it is noted", () -> devices.of(ada.id()).getFirst().used().isPresent());
        assertEquals(0, waiting());
        TimeUnit.MILLISECONDS.sleep(A_TURN_MILLIS);
        assertEquals(1, sent().size());
    }

    @Test
    void whatIsRolledBackIsNotSent() throws Exception {
        transaction.begin();
        notices.fire(notice("reminder-2", "at ten"));
        transaction.rollback();
        assertEquals(0, waiting());
        fire(new Notice(ada.id(), "late", "Plan", "over", "/", Instant.now().minusSeconds(1)));
        assertEquals(0, waiting());
        TimeUnit.MILLISECONDS.sleep(A_TURN_MILLIS);
        assertEquals(0, sent().size());
    }

    @Test
    void aBrowserThatIsGoneIsForgotten() throws Exception {
        service.answerNext("410 Gone");
        fire(notice("reminder-3", "at nine"));
        await("it goes", () -> devices.of(ada.id()).isEmpty());
        assertEquals(1, sent().size());
        assertEquals(0, waiting());
    }

    @Test
    void aServiceThatIsBusyIsAskedAgain() throws Exception {
        service.answerNext("503 Service Unavailable");
        fire(notice("reminder-4", "at nine"));
        await("it is asked", () -> sent().size() == 1);
        await("it waits", () -> waiting() == 1);
        await("it is asked again", () -> sent().size() == 2);
        assertEquals(
                receiver.read(sent().getFirst().body()),
                receiver.read(sent().getLast().body()));
        await("it is taken", () -> waiting() == 0);
        assertEquals(1, devices.of(ada.id()).size());
    }

    @Test
    void aLaterNoticeTakesThePlaceOfAnEarlierOne() throws Exception {
        fire(notice("reminder-5", "at nine"), notice("reminder-5", "at ten"), notice("reminder-6", "at one"));
        await("both come", () -> sent().size() == 2);
        assertTrue(sent().stream().noneMatch(one -> receiver.read(one.body()).contains("at nine")));
    }

    @Test
    void noRedirectIsFollowedAndWhatIsRefusedIsDropped() throws Exception {
        service.answerNext("307 Temporary Redirect\r\nLocation: " + service.origin() + "/elsewhere", "400 Bad Request");
        fire(notice("reminder-7", "at nine"));
        await("it is asked", () -> sent().size() == 1);
        await("it is dropped", () -> waiting() == 0);
        fire(notice("reminder-8", "at nine"));
        await("it is asked", () -> sent().size() == 2);
        await("it is dropped", () -> waiting() == 0);
        assertEquals(0, service.sentTo("/elsewhere").size());
        assertEquals(1, devices.of(ada.id()).size());
    }

    @Test
    void whoSignsOutIsToldNothingMoreThere() {
        sessions.end(ada.id(), session);
        assertEquals(0, devices.of(ada.id()).size());
    }

    @Test
    void aSessionThatHasOnlyExpiredTakesNoDeviceWithIt() throws Exception {
        transaction.begin();
        entities.createNativeQuery("update account_session set seen_at = now() - interval '8 days' where id = :id")
                .setParameter("id", session)
                .executeUpdate();
        transaction.commit();
        sessions.end(ada.id(), session);
        assertEquals(1, devices.of(ada.id()).size());
    }

    @Test
    void theOldestOfElevenDevicesGoes() {
        UUID oldest = devices.of(ada.id()).getFirst().id();
        for (int i = 0; i < PushDevices.MOST; i++) {
            add(path + "/" + i);
        }
        assertEquals(PushDevices.MOST, devices.of(ada.id()).size());
        assertTrue(devices.of(ada.id()).stream().noneMatch(one -> one.id().equals(oldest)));
        add(path + "/9");
        assertEquals(PushDevices.MOST, devices.of(ada.id()).size(), "one that is known");
    }

    @Test
    void aBrowserBelongsToWhoeverTurnedItOnLast() {
        Account bob = AccountForTests.anybody().createIn(accounts);
        sessions.open(bob.id(), "Firefox");
        devices.add(
                bob.id(),
                sessions.of(bob.id()).getFirst().id(),
                new PushDevices.Subscription(service.origin() + path, receiver.point(), receiver.auth()),
                "Firefox, Linux",
                Instant.now());
        assertEquals(0, devices.of(ada.id()).size());
        assertEquals(1, devices.of(bob.id()).size());
    }

    @Test
    void whatIsStoredIsExportedWithoutKeysAndErased() throws Exception {
        String exported = data.export(ada.id()).toString();
        assertTrue(exported.contains("Firefox, Linux"), exported);
        assertFalse(exported.contains(path), exported);
        transaction.begin();
        data.erase(ada.id());
        transaction.commit();
        assertTrue(data.export(ada.id()).isEmpty());
    }
}
