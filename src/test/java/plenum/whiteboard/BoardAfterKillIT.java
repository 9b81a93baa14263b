package plenum.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.e2e.Measured;
import plenum.it.ServerToKill;
import plenum.it.StoredMeetingForTests;

/**
 * WildFly is killed while people draw, again and again: what was said to be stored is there, nothing else is, and nobody sees anything different
 * from the others, nor from somebody who comes anew.
 */
@Tag("whiteboard")
class BoardAfterKillIT {
    /** {@code -Dplenum.whiteboard.kills=50} for more. */
    private static final int KILLS = Integer.getInteger("plenum.whiteboard.kills", 2);

    /** {@code -Dplenum.whiteboard.kills.seed=2} for other moments. */
    private static final int SEED = Integer.getInteger("plenum.whiteboard.kills.seed", 1);

    /** Every so many kills it is said how far it is. */
    private static final int REPORTED = 10;

    private static final int TABS = 5;
    private static final String GUEST = "guest=1";
    /** Of a hundred times that all draw. */
    private static final int CLEARED = 3;

    private static final int LONGEST_LIFE_MILLIS = 1500;
    /** Between two strokes, so that nobody draws more in such a life than may be drawn at once. */
    private static final int PACE_MILLIS = 14;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random random = new Random(SEED);
    private final List<DrawingTab> tabs = new ArrayList<>();

    @Test
    void nothingThatWasStoredIsLostAndAllSeeTheSame() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                ServerToKill server = new ServerToKill();
                ScheduledExecutorService hands = Executors.newSingleThreadScheduledExecutor()) {
            server.start();
            StoredMeetingForTests meeting = StoredMeetingForTests.create("Killed");
            String letters = meeting.letters();
            for (int i = 0; i < TABS; i++) {
                String cookie = i == 0 ? meeting.creatorCookie() : GUEST;
                tabs.add(new DrawingTab(
                        client, server.site(), letters, cookie, "tab" + i, new Random(random.nextLong())));
            }
            tabs.forEach(DrawingTab::come);
            awaitRest(tabs);
            for (int kill = 1; kill <= KILLS; kill++) {
                drawUntilKilled(server, hands);
                server.start();
                tabs.forEach(DrawingTab::come);
                awaitRest(tabs);
                DrawingTab newcomer = new DrawingTab(client, server.site(), letters, GUEST, "new" + kill, random);
                newcomer.come();
                awaitRest(List.of(newcomer));
                check(newcomer, kill);
                newcomer.leave();
                if (kill % REPORTED == 0) {
                    Measured.print(kill + " kills of servers with boards, nothing lost, nothing different");
                }
            }
            int stored = tabs.stream().mapToInt(DrawingTab::acknowledged).sum();
            Measured.print(KILLS + " kills of servers with boards, seed " + SEED + ", " + stored + " changes stored");
            assertThat(stored).isGreaterThan(KILLS * TABS);
        }
    }

    private void drawUntilKilled(ServerToKill server, ScheduledExecutorService hands) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ScheduledFuture<?> drawing = hands.scheduleWithFixedDelay(
                () -> {
                    tabs.forEach(DrawingTab::draw);
                    if (random.nextInt(100) < CLEARED) {
                        tabs.getFirst().clear();
                    }
                    begun.countDown();
                },
                0,
                PACE_MILLIS,
                TimeUnit.MILLISECONDS);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        // in the middle of something, whatever it is
        hands.schedule(server::kill, random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
        server.awaitEnd();
        drawing.cancel(false);
    }

    private static void awaitRest(List<DrawingTab> some) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> assertThat(some)
                .allSatisfy(tab -> assertThat(tab.rests()).as(tab.trouble()).isTrue()));
    }

    private void check(DrawingTab newcomer, int kill) {
        for (DrawingTab tab : tabs) {
            assertThat(tab.complaints()).isEmpty();
            Awaitility.await("what others sent again has come, after kill " + kill)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(tab.hash()).isEqualTo(newcomer.hash()));
            assertThat(tab.missingIn(newcomer)).as("after kill %d", kill).isEmpty();
        }
    }
}
