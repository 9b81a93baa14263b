package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.storage.StorageFixture.bytes;
import static plenum.storage.StorageFixture.put;
import static plenum.storage.StorageFixture.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.platform.AddressRange;
import plenum.storage.StorageException.Reason;

/** Objects on real servers: Apache's mod_dav, and s3proxy. */
@Tag("storage")
class OutsideStorageIT {
    private static final OutsideServers SERVERS =
            new OutsideServers(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()));

    @TempDir
    private static Path folder;

    private static ServerProcess apache;
    private static ServerProcess s3;

    @BeforeAll
    static void start() throws IOException {
        apache = ServerProcess.apache(Files.createDirectories(folder.resolve("apache")));
        s3 = ServerProcess.s3(Files.createDirectories(folder.resolve("s3")));
    }

    @AfterAll
    static void stop() {
        apache.close();
        s3.close();
    }

    /** Where objects go. */
    private enum Kind {
        WEBDAV {
            @Override
            Storage storage(String user, String password) {
                URI place = URI.create("http://127.0.0.1:" + apache.port() + "/dav/Plenum%20Ablage/");
                return new WebDavStorage(SERVERS, place, user, password);
            }
        },
        S3 {
            @Override
            Storage storage(String user, String password) {
                return s3(user, password, false);
            }
        },
        S3_WITH_CHECKSUMS {
            @Override
            Storage storage(String user, String password) {
                return s3(user, password, true);
            }
        };

        abstract Storage storage(String user, String password);

        Storage storage() {
            return storage("ada", "lovelace");
        }

        private static Storage s3(String user, String password, boolean checksums) {
            URI endpoint = URI.create("http://127.0.0.1:" + s3.port());
            var place = new S3Storage.Place(endpoint, "us-east-1", "files", "plenum/", checksums);
            return new S3Storage(SERVERS, place, user, password, Clock.systemUTC());
        }
    }

    @ParameterizedTest
    @EnumSource
    void canBeTriedOut(Kind kind) {
        kind.storage().test();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAndDeleted(Kind kind) {
        Storage storage = kind.storage();
        for (int length : new int[] {0, 1, 100_000, (8 << 20) + 5_000_000}) {
            byte[] bytes = bytes(length);
            ObjectKey key = ObjectKey.of(UUID.randomUUID(), "Bericht für Ada.pdf");
            assertThat(storage.put(key, new ByteArrayInputStream(bytes), length))
                    .isEqualTo(new Storage.Stored(length, Sha256.hex(bytes)));
            assertThat(storage.size(key)).hasValue(length);
            assertThat(read(storage, key)).isEqualTo(bytes);
            if (length > 1) {
                assertThat(read(storage, key, 77, 1000)).isEqualTo(Arrays.copyOfRange(bytes, 77, 1077));
                assertThat(read(storage, key, length - 3, 1000))
                        .isEqualTo(Arrays.copyOfRange(bytes, length - 3, length));
            }
            assertThat(read(storage, key, length, 10)).isEmpty();
            storage.delete(key);
            storage.delete(key);
            assertThat(storage.size(key)).isEmpty();
            assertReason(Reason.NOT_FOUND, () -> read(storage, key));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsToldAsSuch(Kind kind) {
        assertReason(Reason.DENIED, () -> kind.storage("ada", "byron").test());
        assertReason(Reason.DENIED, () -> kind.storage("nobody", "lovelace").test());
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksOffIsAbsent(Kind kind) {
        Storage storage = kind.storage();
        for (int length : new int[] {200_000, 20_000_000}) {
            ObjectKey key = ObjectKey.of(UUID.randomUUID());
            assertThatThrownBy(() -> storage.put(key, new Broken(length / 2), length))
                    .isInstanceOf(StorageException.class);
            assertThat(storage.size(key)).isEmpty();
            assertReason(
                    Reason.WRONG_SIZE, () -> storage.put(key, new ByteArrayInputStream(bytes(length + 1)), length));
            assertThat(storage.size(key)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftBehind(Kind kind) throws IOException {
        Storage storage = kind.storage();
        ObjectKey key = put(storage, bytes(100));
        assertThatThrownBy(() -> storage.put(ObjectKey.of(UUID.randomUUID()), new Broken(10), 100))
                .isInstanceOf(StorageException.class);
        storage.delete(key);
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    private static void assertReason(Reason reason, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    /** Breaks off after some bytes. */
    private static final class Broken extends InputStream {
        private int left;

        Broken(int bytes) {
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("broken off");
            }
            return 'x';
        }
    }
}
