package plenum.drive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.drive.DriveSpace;
import plenum.drive.Viewer;
import plenum.storage.LocalStorage;
import plenum.storage.StorageWork;

/**
 * Processes that are killed while they write, move, delete and give a drive's files a new key: each file is whole or absent, what is used is what
 * there is, and nothing stays that nobody refers to.
 */
@Tag("drive")
class DriveAfterKillIT {
    /** {@code -Dplenum.drive.kills=200} for more. */
    private static final int KILLS = Integer.getInteger("plenum.drive.kills", 5);

    /** {@code -Dplenum.drive.kills.seed=2} for other moments. */
    private static final int SEED = Integer.getInteger("plenum.drive.kills.seed", 1);

    private static final String SCHEMA = "drive_kill_test";

    @TempDir
    Path folder;

    @Test
    void eachFileIsWholeOrAbsentAndTheSumsAreRight() throws Exception {
        Random random = new Random(SEED);
        try (DriveDatabase stores = new DriveDatabase(SCHEMA)) {
            stores.database.execute("truncate drive_target, account, account_group, drive_gone cascade");
            Viewer ada = stores.person("ada@example.org");
            DriveSpace drive = stores.own(ada);
            for (int kill = 0; kill < KILLS; kill++) {
                String[] keys = kill % 2 == 0 ? new String[] {"a", "b"} : new String[] {"b", "a"};
                Process process = start(ada, keys, SEED * KILLS + kill);
                awaitReady(process);
                // in the middle of something, whatever it is
                process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
                assertThat(process.isAlive()).as("it works until it is killed").isTrue();
                process.destroyForcibly().waitFor();
                check(stores, drive, StorageWork.local(folder, keys));
            }
            assertThat(stores.database.ask("select count(*) from drive_item")).isNotEqualTo("0");
        }
    }

    private static void check(DriveDatabase stores, DriveSpace drive, LocalStorage storage) {
        assertThat(stores.used(drive)).as("what is used").isEqualTo(stores.counted(drive));
        for (String row : referred(stores)) {
            String[] parts = row.split(" ");
            UUID object = UUID.fromString(parts[0]);
            StorageWork.verify(storage, object);
            assertThat(storage.find(object).orElseThrow()).as("file %s", object).satisfies(stored -> assertThat(
                            stored.size() + " " + stored.sha256())
                    .isEqualTo(parts[1] + " " + parts[2]));
        }
        StorageWork.sweep(storage, stores.owner);
        Set<UUID> known = new HashSet<>(ids(stores, "select object_id from drive_item where not folder"));
        known.addAll(ids(stores, "select object_id from drive_version"));
        known.addAll(ids(stores, "select object_id from drive_gone"));
        Set<UUID> uploads = ids(stores, "select id from drive_upload");
        known.addAll(uploads);
        assertThat(known).as("what nobody refers to is gone").containsAll(StorageWork.objects(storage));
        assertThat(uploads).containsAll(StorageWork.drafts(storage));
    }

    private static List<String> referred(DriveDatabase stores) {
        return lines(stores, """
            select object_id || ' ' || size || ' ' || sha256 as line from drive_item where not folder
            union select object_id || ' ' || size || ' ' || sha256 from drive_version\
            """);
    }

    private static Set<UUID> ids(DriveDatabase stores, String sql) {
        return lines(stores, sql.replaceFirst("select (\\S+)", "select $1::text as line")).stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private static List<String> lines(DriveDatabase stores, String sql) {
        String all = stores.database.ask("select string_agg(line, ',') from (" + sql + ") as lines");
        return all.equals("null") ? List.of() : Arrays.asList(all.split(","));
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.equals("ready")) {
                return; // it says nothing after that
            }
        }
        throw new IllegalStateException(said.toString());
    }

    private Process start(Viewer ada, String[] keys, int seed) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        Stream.of("url", "user", "password")
                .map(name -> "plenum.it.db." + name)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                DriveToKill.class.getName(),
                SCHEMA,
                ada.account().toString(),
                folder.toString(),
                keys[0],
                keys[1],
                Integer.toString(seed)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
