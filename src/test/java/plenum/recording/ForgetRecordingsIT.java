package plenum.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.job.FirstRun;
import plenum.meeting.store.Schema;
import plenum.policy.KeptKind;
import plenum.policy.Policy;

/** Films get as old as the rules allow, and their owners are told in time. */
@Tag("recording")
@ExtendWith(ArquillianExtension.class)
class ForgetRecordingsIT {
    private static final Duration KEPT = Duration.ofHours(48);
    private static final Duration NOTICE = Duration.ofHours(24);

    @Inject
    ForgetRecordings job;

    @Inject
    Recordings recordings;

    @Inject
    RecordingDelivery delivery;

    @Inject
    Accounts accounts;

    @Inject
    Policy policy;

    @Inject
    Schema schema;

    @PersistenceContext
    EntityManager entities;

    private Account owner;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void makeOwner() {
        AwaitSchema.of(schema);
        owner = AccountForTests.anybody().createIn(accounts);
        policy.set(policy.rules().withKept(Map.of(KeptKind.RECORDINGS, KEPT)));
    }

    @AfterEach
    void asBefore() {
        policy.set(policy.rules().withKept(Map.of()));
    }

    private Recording ready(Duration age) {
        Instant ended = Instant.now().minus(age);
        UUID id = UUID.randomUUID();
        recordings.begin(new Recording(
                id,
                UUID.randomUUID(),
                "Jour fixe",
                owner.id(),
                "Ada",
                ended.minusSeconds(60),
                Optional.empty(),
                Recording.State.RECORDING,
                1,
                Optional.empty(),
                "",
                Optional.empty(),
                false));
        recordings.end(id, ended, false);
        UUID item =
                delivery.store(owner, Optional.empty(), id + ".mp4", new ByteArrayInputStream(new byte[1_000]), 1_000);
        recordings.deliver(id, 1, new Recording.Film(item, id + ".mp4", 1_000, 60_000, "00", "[]", "[]"), ended);
        return recordings.find(id).orElseThrow();
    }

    private void run() {
        job.run(new FirstRun());
    }

    private long letters() {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from mail where recipient = :to and kind = 'recording.age'")
                        .setParameter("to", owner.email().text())
                        .getSingleResult())
                .longValue();
    }

    @Test
    void filmsAreDeletedAfterTheirOwnersWereTold() {
        Recording young = ready(Duration.ofHours(5));
        Recording aging = ready(Duration.ofHours(30));
        Recording old = ready(Duration.ofHours(300));
        run();
        assertEquals(2, letters());
        run();
        assertEquals(2, letters());
        assertTrue(recordings.find(old.id()).isPresent());

        Instant before = Instant.now().minus(NOTICE).minusSeconds(60);
        recordings.notice(old.id(), before);
        recordings.notice(aging.id(), before);
        run();
        assertTrue(recordings.find(young.id()).isPresent());
        assertTrue(recordings.find(aging.id()).isPresent());
        assertTrue(recordings.find(old.id()).isEmpty());
        assertFalse(delivery.has(old.film().orElseThrow()));
        assertTrue(delivery.has(aging.film().orElseThrow()));
    }

    @Test
    void withoutARuleNothingIsDeleted() {
        Recording old = ready(Duration.ofDays(4_000));
        recordings.notice(old.id(), Instant.now().minus(Duration.ofDays(3_000)));
        policy.set(policy.rules().withKept(Map.of()));
        run();
        assertTrue(recordings.find(old.id()).isPresent());
        assertEquals(0, letters());
    }
}
