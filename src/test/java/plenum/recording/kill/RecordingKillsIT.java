package plenum.recording.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.attack.Pulse;
import plenum.e2e.PlenumProcess;
import plenum.launcher.Ports;
import plenum.mediaserver.client.ClientSide;

/**
 * Recordings while media server, application or composer are killed, the database is away or the disk full: the meeting goes on, so does the recording, each film plays, and its receipt names what is missing.
 * By default one recording with what costs little time; {@code -Dplenum.recording.kills=50} makes so many recordings with a random fault in each, {@code -Dplenum.recording.kills.seed=1} always the same ones.
 */
@Tag("recording")
class RecordingKillsIT {
    private static final int KILLS = Integer.getInteger("plenum.recording.kills", 0);
    private static final long SEED = Long.getLong("plenum.recording.kills.seed", System.nanoTime());
    private static final List<Fault> CHEAP = List.of(Fault.COMPOSER, Fault.DISK_FULL, Fault.MEDIA_SERVER);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final int MOST_MILLIS = 9_000;
    /** A recording begins only where 500 are free; tracks and chunks stay. */
    private static final int DISK_MEGABYTES = 620 + 10 * KILLS;

    private final Random random = new Random(SEED);

    @Test
    void recordingsSurviveWhateverIsTakenAway() throws Exception {
        int port = Ports.free();
        try (PlenumProcess plenum =
                        PlenumProcess.start("recording-kills", Map.of("PLENUM_DB_PORT", Integer.toString(port)));
                ClientSide side = new ClientSide()) {
            Path data = plenum.data();
            Ledgered ledger = new Ledgered(
                    port,
                    Files.readString(data.resolve("postgresql/application-password"))
                            .strip());
            Films films = new Films(data);
            List<Frames> looks = List.of(
                    Frames.make(films, data, "red", 450),
                    Frames.make(films, data, "blue", 700),
                    Frames.make(films, data, "yellow", 1100));
            Pulse pulse = new Pulse(side.loop());
            Optional<FullDisk> disk = disk(data);
            try {
                kill(disk.isPresent(), () -> new Round(plenum, ledger, films, disk, looks, side, pulse));
            } finally {
                side.loop().execute(pulse::stop);
                if (disk.isPresent()) {
                    disk.get().close();
                }
            }
        }
    }

    private interface Rounds {
        Round next() throws SQLException;
    }

    private void kill(boolean disk, Rounds rounds) throws IOException, SQLException {
        if (KILLS == 0) {
            try (Round round = rounds.next()) {
                round.run(possible(CHEAP, disk), () -> SHORT);
            }
            return;
        }
        System.out.println("JOURNEY " + KILLS + " recordings with a fault each, seed " + SEED);
        // all of them are made, so that one run tells everything
        List<AssertionError> failures = new ArrayList<>();
        for (Fault fault : faults(disk)) {
            try (Round round = rounds.next()) {
                round.run(List.of(fault), () -> SHORT.plusMillis(random.nextInt(MOST_MILLIS)));
            } catch (AssertionError | Exception e) {
                System.out.println("JOURNEY " + fault + " failed: " + e);
                failures.add(new AssertionError(fault.toString(), e));
            }
        }
        failures.forEach(Throwable::printStackTrace);
        assertThat(failures).isEmpty();
    }

    private static Optional<FullDisk> disk(Path data) throws IOException {
        if (FullDisk.isPossible(data.resolveSibling("disk"))) {
            return Optional.of(FullDisk.at(data.resolve("recordings"), DISK_MEGABYTES));
        }
        System.out.println("JOURNEY no full disk: this user may not mount one");
        return Optional.empty();
    }

    private static List<Fault> possible(List<Fault> kinds, boolean disk) {
        return kinds.stream().filter(kind -> disk || kind != Fault.DISK_FULL).toList();
    }

    /** Every kind as often as any other, in any order. */
    private List<Fault> faults(boolean disk) {
        List<Fault> kinds = new ArrayList<>(possible(List.of(Fault.values()), disk));
        Collections.shuffle(kinds, random);
        List<Fault> faults = new ArrayList<>();
        while (faults.size() < KILLS) {
            faults.add(kinds.get(faults.size() % kinds.size()));
        }
        Collections.shuffle(faults, random);
        return faults;
    }
}
