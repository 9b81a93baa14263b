package plenum.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.job.FirstRun;
import plenum.job.TryAgainException;
import plenum.mail.Letter;
import plenum.platform.AddressRange;
import plenum.platform.SettingsReader;
import plenum.platform.SiteAddress;
import plenum.recording.kill.FullDisk;
import plenum.storage.LocalStorage;
import plenum.storage.ObjectKey;
import plenum.storage.OutsideServers;
import plenum.storage.S3Storage;
import plenum.storage.ServerProcess;
import plenum.storage.Storage;
import plenum.storage.StorageKeys;
import plenum.storage.WebDavStorage;

/** Films go to drives on real servers, whatever is wrong with these at first: Apache's mod_dav, and s3proxy. */
@Tag("recording")
class FilmDeliveryIT {
    private static final OutsideServers SERVERS =
            new OutsideServers(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()));

    private static final byte[] FILM = new byte[3_000_000];

    static {
        new Random(1).nextBytes(FILM);
    }

    @TempDir
    Path folder;

    private final List<Letter> mails = new ArrayList<>();
    private final FakeRecordings recordings = new FakeRecordings();
    private final UUID id = UUID.randomUUID();
    private final Account owner =
            AccountForTests.anybody().withLanguage(Locale.GERMAN).make();
    private DeliverRecording job;
    private Server server;

    private enum Kind {
        LOCAL,
        WEBDAV,
        S3
    }

    /** A server of somebody else's that can be away for a while. */
    private final class Server implements AutoCloseable {
        private final Kind kind;
        private final Path data;
        private final ServerProcess process;

        Server(Kind kind) throws IOException {
            this.kind = kind;
            data = Files.createDirectories(folder.resolve(kind.name()));
            process = switch (kind) {
                case LOCAL -> null;
                case WEBDAV -> ServerProcess.apache(data);
                case S3 -> ServerProcess.s3(data);
            };
        }

        Storage storage(String password) {
            if (kind == Kind.LOCAL) {
                return new LocalStorage(data, new StorageKeys(Map.of("a", new byte[32])), new SecureRandom());
            }
            URI root = URI.create("http://127.0.0.1:" + process.port());
            return kind == Kind.S3
                    ? new S3Storage(
                            SERVERS,
                            new S3Storage.Place(root, "us-east-1", "files", "plenum/", false),
                            "ada",
                            password,
                            Clock.systemUTC())
                    : new WebDavStorage(SERVERS, root.resolve("/dav/Filme/"), "ada", password);
        }

        @Override
        public void close() {
            if (process != null) {
                process.close();
            }
        }
    }

    /** A drive that is one server. */
    private static final class OneDrive implements RecordingDelivery {
        private final Storage storage;
        private final List<ObjectKey> stored;

        OneDrive(Storage storage, List<ObjectKey> stored) {
            this.storage = storage;
            this.stored = stored;
        }

        @Override
        public List<Offer> places(Account of) {
            return List.of();
        }

        @Override
        public boolean takes(Account of, Place place) {
            return true;
        }

        @Override
        public UUID store(Account of, Optional<Place> into, String file, InputStream bytes, long size) {
            UUID item = UUID.randomUUID();
            ObjectKey key = ObjectKey.of(item, file);
            storage.put(key, bytes, size);
            stored.add(key);
            return item;
        }

        @Override
        public boolean has(Recording.Film film) {
            return true;
        }

        @Override
        public boolean mayShare(Account of, Recording.Film film) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream read(Recording.Film film, long from, long length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Recording.Film film) {
            throw new UnsupportedOperationException();
        }
    }

    private final List<ObjectKey> stored = new ArrayList<>();

    @BeforeEach
    void aFilmIsMade() throws IOException {
        Path root = Files.createDirectories(folder.resolve("recordings"));
        Path recording = Files.createDirectories(root.resolve(id.toString()));
        Files.write(recording.resolve("film-1.mp4"), FILM);
        Files.writeString(
                recording.resolve("film-1.json"),
                "{\"edition\":1,\"file\":\"film-1.mp4\",\"millis\":60000,\"bytes\":%d,\"sha256\":\"00\",\"chapters\":[],\"gaps\":[]}"
                        .formatted(FILM.length));
        recordings.begin(new Recording(
                id,
                UUID.randomUUID(),
                "Jour fixe",
                owner.id(),
                "Ada",
                Instant.EPOCH,
                Optional.of(Instant.EPOCH.plusSeconds(60)),
                Recording.State.MAKING,
                1,
                Optional.empty(),
                "",
                Optional.empty(),
                false));
        job = new DeliverRecording();
        job.settings = new SettingsReader(
                        name -> Optional.ofNullable(
                                Map.of("PLENUM_RECORDINGS", root.toString()).get(name)),
                        "test")
                .read();
        job.recordings = recordings;
        job.accounts = (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, arguments) -> Optional.of(owner));
        job.mails = mails::add;
        job.receipts = new Receipts();
        job.receipts.site = new SiteAddress("https://meet.example.org");
        job.clock = Clock.systemUTC();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private void run(Storage storage) {
        job.delivery = new OneDrive(storage, stored);
        job.run(id, new FirstRun());
    }

    private void failsWith(String trouble, Storage storage) {
        assertThatThrownBy(() -> run(storage)).isInstanceOf(TryAgainException.class);
        Recording recording = recordings.all.get(id);
        assertThat(recording.trouble()).isEqualTo(trouble);
        assertThat(recording.state()).isEqualTo(Recording.State.DELIVERING);
        assertThat(folder.resolve("recordings").resolve(id.toString()).resolve("film-1.mp4"))
                .as("nothing is lost")
                .exists();
    }

    private void isThere(Storage storage) throws IOException {
        assertThat(recordings.all.get(id).state()).isEqualTo(Recording.State.READY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = storage.read(stored.getLast(), 0, FILM.length)) {
            in.transferTo(bytes);
        }
        assertThat(bytes.toByteArray()).isEqualTo(FILM);
    }

    @ParameterizedTest
    @EnumSource
    void aFilmIsDeliveredWhenAFullDriveHasRoomAgain(Kind kind) throws IOException {
        if (!FullDisk.isPossible(folder.resolve("scratch"))) {
            System.out.println("JOURNEY no full drive: this user may not mount one");
            return;
        }
        // mod_dav needs room for its locks elsewhere
        Path data = Files.createDirectories(folder.resolve(kind == Kind.WEBDAV ? "WEBDAV/dav" : kind.name()));
        try (FullDisk disk = FullDisk.at(data, 40)) {
            server = new Server(kind);
            Storage drive = server.storage("lovelace");
            disk.fill();
            assertThatThrownBy(() -> run(drive)).isInstanceOf(TryAgainException.class);
            // s3proxy says no more than that it failed
            assertThat(recordings.all.get(id).trouble())
                    .isIn(kind == Kind.S3 ? List.of("FAILED", "UNREACHABLE") : List.of("FULL"));
            assertThat(mails).hasSize(1);
            assertThat(mails.getFirst().kind()).isEqualTo("recording.trouble");
            assertThat(folder.resolve("recordings").resolve(id.toString()).resolve("film-1.mp4"))
                    .as("nothing is lost")
                    .exists();
            disk.free();
            run(drive);
            isThere(drive);
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "WEBDAV"})
    void aFolderThatWasRenamedIsMadeAnew(Kind kind) throws IOException {
        server = new Server(kind);
        Storage drive = server.storage("lovelace");
        ObjectKey before = ObjectKey.of(UUID.randomUUID(), "before.mp4");
        drive.put(before, new ByteArrayInputStream(FILM), FILM.length);
        Path files = folder.resolve(kind.name()).resolve(kind == Kind.LOCAL ? "objects" : "dav/Filme");
        Files.move(files, files.resolveSibling("renamed"));
        if (kind == Kind.WEBDAV) {
            failsWith("NOT_FOUND", drive);
        }
        run(drive);
        isThere(drive);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBDAV", "S3"})
    void aFilmIsDeliveredWhenWhatWasWrongIsRight(Kind kind) throws IOException {
        server = new Server(kind);
        failsWith("DENIED", server.storage("byron"));
        failsWith("DENIED", server.storage("byron"));
        assertThat(mails).as("told once").hasSize(1);
        assertThat(mails.getFirst().kind()).isEqualTo("recording.trouble");
        assertThat(mails.getFirst().values().get(1)).contains("Passwort");

        Storage away = server.storage("lovelace");
        server.close();
        failsWith("UNREACHABLE", away);
        assertThat(mails).hasSize(2);

        server = new Server(kind);
        run(server.storage("lovelace"));
        assertThat(mails.getLast().kind()).isEqualTo("recording");
        assertThat(mails.getLast().values().getFirst()).matches("Jour fixe .*\\.mp4");
        isThere(server.storage("lovelace"));
    }
}
