package plenum.meeting.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.CodeTries;
import plenum.meeting.CodeTries.Granted;
import plenum.meeting.CodeTries.Refused;
import plenum.meeting.GuessLimits;
import plenum.platform.SecretToken;

/** Wrong codes, counted in a real PostgreSQL. */
@Tag("meeting")
@ExtendWith(ArquillianExtension.class)
class StoredCodeTriesIT {
    private static final GuessLimits LIMITS = GuessLimits.STANDARD;

    @Inject
    CodeTries tries;

    @Inject
    AddressKey key;

    @Inject
    Schema schema;

    @Inject
    UserTransaction transaction;

    @PersistenceContext
    EntityManager entities;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    @AfterEach
    void forgetAll() throws Exception {
        AwaitSchema.of(schema);
        execute("delete from code_try");
    }

    @Test
    void countsByAddress() {
        assertEquals(LIMITS.address(), wrong(30, "192.0.2.41"));
        assertEquals(Refused.TOO_MANY_FROM_THERE, tries.take("192.0.2.41"));
        assertInstanceOf(Granted.class, tries.take("192.0.2.42"));
    }

    @Test
    void aNetworkOfSixtyFiveThousandNetworksIsOneSite() {
        int all = 0;
        for (int subnet = 0; subnet < 0x10000; subnet += 0x80) {
            all += wrong(1, "2001:db8:1:%x::1".formatted(subnet));
        }
        assertEquals(LIMITS.site(), all);
        assertEquals(
                LIMITS.subnet(),
                wrong(100, "2001:db8:2:1::1") + wrong(100, "2001:db8:2:2::1") + wrong(100, "2001:db8:2:3::1"));
        int hosts = 0;
        for (int host = 0; host < 256; host++) {
            hosts += wrong(1, "198.51.100." + host);
        }
        assertEquals(LIMITS.site(), hosts);
    }

    @Test
    void rightCodesCostNothing() {
        for (int i = 0; i < 3 * LIMITS.address(); i++) {
            tries.giveBack(assertInstanceOf(Granted.class, tries.take("192.0.2.43")));
        }
        assertEquals(LIMITS.address(), wrong(30, "192.0.2.43"));
    }

    @Test
    void aHundredAtOnceAreNoMoreThanTen() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(CompletableFuture.supplyAsync(() -> wrong(1, "192.0.2.44"), threads));
            }
            assertEquals(
                    LIMITS.address(),
                    all.stream().mapToInt(CompletableFuture::join).sum());
        }
    }

    /** A flood from everywhere: whoever types a code for the first time still gets to the meeting. */
    @Test
    void aFloodLeavesAReserveForThoseWhoWereNotWrongYet() throws Exception {
        flood(LIMITS.budget(), false);
        Granted first = assertInstanceOf(Granted.class, tries.take("192.0.2.45"));
        assertEquals(Refused.TOO_MANY_AT_ALL, tries.take("192.0.2.45"), "wrong once, and the budget is used up");
        tries.giveBack(first);
        assertInstanceOf(Granted.class, tries.take("192.0.2.45"), "right, and free again");

        int region = 0;
        for (int site = 0; site < 200; site++) {
            region += wrong(1, "2001:db8:%x::1".formatted(site));
        }
        assertEquals(LIMITS.region(), region, "a provider's whole network has a part of the reserve only");
        assertInstanceOf(Granted.class, tries.take("203.0.113.1"));

        flood(LIMITS.reserve(), true);
        assertEquals(Refused.TOO_MANY_AT_ALL, tries.take("203.0.114.1"));
        execute("update code_try set at = at - interval '1 hour'");
        assertInstanceOf(Granted.class, tries.take("203.0.114.1"));
    }

    @Test
    void noAddressIsStoredThatCouldBeFoundByHashingAll() {
        tries.take("127.0.0.9");
        byte[] stored = (byte[]) entities.createNativeQuery("select address_hash from code_try", byte[].class)
                .getSingleResult();
        assertTrue(Arrays.equals(key.hash("127.0.0.9"), stored));
        assertTrue(!Arrays.equals(SecretToken.hash("127.0.0.9"), stored));
    }

    private int wrong(int times, String address) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += tries.take(address) instanceof Granted ? 1 : 0;
        }
        return granted;
    }

    private void flood(int wrong, boolean reserved) throws Exception {
        execute("""
                insert into code_try (at, address_hash, subnet_hash, site_hash, region_hash, reserved)
                select now() - interval '1 minute', sha256(n::text::bytea), sha256(n::text::bytea), sha256(n::text::bytea),
                       sha256(n::text::bytea), %s from generate_series(1, %d) n""".formatted(reserved, wrong));
    }

    private void execute(String sql) throws Exception {
        transaction.begin();
        entities.joinTransaction();
        entities.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }
}
