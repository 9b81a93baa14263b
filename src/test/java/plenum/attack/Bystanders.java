package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import plenum.mediaserver.client.ClientSide;

/** A meeting of three with pictures and sound, whose participants must not notice an attack. */
final class Bystanders implements AutoCloseable {
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(200);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(500);
    /** What a page takes at most on the slowest machine for which the limits above are meant. */
    private static final Duration USUAL_ANSWER = Duration.ofMillis(100);

    private static final int FEWEST_PACKETS = 3;
    private static final Duration WATCH = Duration.ofSeconds(5);

    private final URI site;
    private final Stranger browsers;
    private final ClientSide side = new ClientSide();
    private final Pulse pulse = new Pulse(side.loop());
    private final List<Bystander> people = new ArrayList<>();
    private final List<MediaReceiver> receivers = new ArrayList<>();

    /** What somebody hostile does; it ends by itself. */
    @FunctionalInterface
    interface Attack {
        void run() throws Exception;
    }

    private Bystanders(URI site) {
        this.site = site;
        this.browsers = new Stranger(site, "127.0.0.1");
    }

    static Bystanders meetAt(URI site) {
        Bystanders all = new Bystanders(site);
        try {
            Place place = Place.make(all.browsers, "Bystanders", Map.of());
            for (String name : List.of("Ada", "Ben", "Cleo")) {
                Bystander person = Bystander.join(all.side, all.pulse, all.browsers.tab(place), name);
                all.people.add(person);
                person.publish("camera");
            }
            for (Bystander person : all.people) {
                all.receivers.addAll(person.watch(all.people.stream()
                        .filter(other -> other != person)
                        .map(other -> new Bystander.Wish(other.id(), "camera"))
                        .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Where attackers with media have their connections, too. */
    ClientSide side() {
        return side;
    }

    Pulse pulse() {
        return pulse;
    }

    /**
     * Runs an attack and fails when its bystanders noticed: a silence of over 200 ms in any of their streams, a page or the health address
     * that took over 500 ms. On a machine that is busy otherwise, which shows in what the same pages take just before, both limits grow.
     */
    void during(String name, Attack attack) {
        double slowness = Math.max(1, quietAnswer().toNanos() / (double) USUAL_ANSWER.toNanos());
        receivers.forEach(MediaReceiver::restart);
        List<PageProbe> probes = probes();
        try {
            attack.run();
            watchLongEnough();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        } finally {
            List<PageProbe.Result> pages = probes.stream().map(PageProbe::stop).toList();
            judge(name, slowness, pages);
        }
    }

    /** A short attack is over before the streams have brought enough to judge them by. */
    private void watchLongEnough() {
        try {
            Awaitility.await()
                    .atMost(WATCH)
                    .until(() -> receivers.stream().map(MediaReceiver::arrivals).allMatch(Bystanders::isEnough));
        } catch (ConditionTimeoutException e) {
            // then they are judged by what there is
        }
    }

    private static boolean isEnough(MediaReceiver.Arrivals stream) {
        return stream.audioPackets() > FEWEST_PACKETS && stream.videoPackets() > FEWEST_PACKETS;
    }

    private List<PageProbe> probes() {
        return Stream.of("/health", "/help")
                .map(site::resolve)
                .map(PageProbe::start)
                .toList();
    }

    /** What the slower page takes without an attack, by the median of some answers: one slow answer makes no slow machine. */
    private Duration quietAnswer() {
        return probes().stream()
                .map(PageProbe::stop)
                .map(PageProbe.Result::median)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private void judge(String name, double slowness, List<PageProbe.Result> pages) {
        List<MediaReceiver.Arrivals> arrivals =
                receivers.stream().map(MediaReceiver::arrivals).toList();
        long silence = arrivals.stream()
                .mapToLong(MediaReceiver.Arrivals::silence)
                .max()
                .orElseThrow();
        StringBuilder line = new StringBuilder("JOURNEY " + name + ": longest silence " + silence / 1_000_000 + " ms");
        pages.forEach(page -> line.append(", ")
                .append(page.path())
                .append(' ')
                .append(page.longest().toMillis())
                .append(" ms"));
        System.out.println(
                slowness > 1
                        ? line.append(" (busy machine, limits × ")
                                .append(slowness)
                                .append(')')
                        : line);

        assertThat(arrivals).as("streams during: " + name).allMatch(Bystanders::isEnough);
        assertThat(Duration.ofNanos(silence))
                .as("silence during: " + name)
                .isLessThan(times(LONGEST_SILENCE, slowness));
        assertThat(pages).as("pages during: " + name).allSatisfy(page -> {
            assertThat(page.failures()).isEmpty();
            assertThat(page.longest()).isLessThan(times(LONGEST_ANSWER, slowness));
        });
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() * factor));
    }

    @Override
    public void close() {
        people.forEach(Bystander::close);
        browsers.close();
        side.loop().execute(pulse::stop);
        side.close();
    }
}
