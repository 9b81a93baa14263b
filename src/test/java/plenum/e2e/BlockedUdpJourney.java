package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two networks that let no datagram through: people meet by connections. Prints how long it took from the click until they saw and heard
 * each other, beside the goal for a machine that has nothing else to do.
 */
@Tag("transport")
class BlockedUdpJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GOAL = Duration.ofSeconds(4);

    /** The transport of each pair that carries something. */
    private static final String WAYS = """
        async () => {
          const ways = [];
          for (const connection of window.probedPeers) {
            if (connection.connectionState !== 'connected') continue;
            const stats = await connection.getStats();
            for (const stat of stats.values()) {
              if (stat.type !== 'transport' || !stat.selectedCandidatePairId) continue;
              const pair = stats.get(stat.selectedCandidatePairId);
              ways.push(stats.get(pair.remoteCandidateId).protocol);
            }
          }
          return JSON.stringify(ways);
        }\
        """;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    @Test
    void peopleMeetWithoutDatagrams() {
        assumeTrue(PlenumProcess.ownMediaServer(), "a media server of somebody else may offer no TCP");
        Person ada = browsers.person("Ada", Ways.TCP);
        MeetingRoom adas =
                StartPage.open(ada, PlenumProcess.shared()).create("Office").join();
        Person bob = browsers.person("Bob", Ways.TCP);
        bob.page().navigate(adas.link());
        PreJoin door = new PreJoin(bob).awaitMirror().fillName("Bob");

        long clicked = System.nanoTime();
        door.joinButton().click();
        MeetingRoom bobs = new MeetingRoom(bob).awaitInside();
        bobs.media().awaitBack(PATIENCE, 0, "Ada");
        adas.media().awaitBack(PATIENCE, 0, "Bob");
        Duration met = Duration.ofNanos(System.nanoTime() - clicked);

        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");
        adas.media().awaitSeenAndHeard(PATIENCE, "Bob");
        for (Person person : List.of(ada, bob)) {
            assertThat(ways(person)).isNotEmpty().containsOnly("tcp");
        }
        Measured.print("until two behind a UDP block see and hear each other", GOAL, List.of(met));
    }

    private static List<String> ways(Person person) {
        return new Gson().fromJson((String) person.page().evaluate(WAYS), new TypeToken<List<String>>() {});
    }
}
