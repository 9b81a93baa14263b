package plenum.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that the launcher unpacks, configures and starts, with a data folder of its own; as durable as any other. It listens
 * on loopback by TCP only, and its password is random.
 *
 * <p>Life cycle: prepared (programs unpacked, cluster initialised), started, ready (the database exists), closed; after a crash, started
 * again on the same port, so that clients reconnect.
 */
public final class EmbeddedPostgres implements Part, AutoCloseable {

    /** Of the cluster; the launcher's alone, see {@link ApplicationRole}. */
    private static final String SUPERUSER = "plenum";

    private static final String DATABASE = "plenum";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Path folder;
    private final int port;
    private final ChildProcesses processes;
    private final Path logs;
    private @Nullable ChildProcess process;
    private boolean prepared;

    EmbeddedPostgres(Path folder, int port, ChildProcesses processes, Path logs) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.processes = processes;
        this.logs = logs;
    }

    /**
     * Starts one on its own, for tests: returns when connections are answered. What an earlier run left in the same folder is ended
     * first; data stays. It ends with {@link #close} or with this process, however that ends.
     */
    public static EmbeddedPostgres start(Path folder, int port) {
        ChildProcesses processes = new ChildProcesses(folder.resolve("run"));
        processes.endLeftovers();
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, port, processes, folder);
        ChildProcess process = postgres.start();
        Instant deadline = Instant.now().plus(postgres.patience());
        while (!postgres.isReady()) {
            if (process.awaitEnd(Duration.ofMillis(50)) || Instant.now().isAfter(deadline)) {
                postgres.close();
                throw new StartFailure("PostgreSQL did not start. " + postgres.advice());
            }
        }
        return postgres;
    }

    /** JDBC address of the application's database. */
    public String url() {
        return url(DATABASE);
    }

    /** The role with which the application connects: the owner of its database, and of nothing else. */
    public String user() {
        return ApplicationRole.NAME;
    }

    public String password() {
        return SecretFile.readOrCreate(folder.resolve("application-password"));
    }

    private String superuserPassword() {
        return SecretFile.readOrCreate(folder.resolve("password"));
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public ChildProcess start() {
        Path log = logs.resolve("postgresql.log");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be made (" + e.getMessage() + ").", e);
        }
        Unprivileged user = Unprivileged.find();
        PostgresBinaries binaries = PostgresBinaries.unpackInto(folder);
        if (!Files.exists(data())) {
            createCluster(binaries, user, log);
        }
        removeStaleLock();
        ProcessBuilder command = command(
                user.wrap(List.of(
                        binaries.program("postgres"),
                        "-D",
                        data().toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "port=" + port,
                        "-c",
                        "unix_socket_directories=",
                        // a commit waits for its own pages alone, not for all that the disk has still to write
                        // (docs/adr/0120)
                        "-c",
                        "wal_sync_method=open_datasync")),
                binaries);
        ChildProcess started = processes.start("postgresql", "postgres", command, new RotatingLog(log));
        process = started;
        return started;
    }

    @Override
    public boolean isReady() {
        try {
            if (!prepared) {
                prepareDatabase();
                prepared = true;
            }
            connect(DATABASE, user(), password()).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Duration patience() {
        return START;
    }

    @Override
    public String advice() {
        return logs.resolve("postgresql.log") + " says why.";
    }

    /** "Fast": clients are disconnected, everything acknowledged is on disk. TERM would wait for the clients to go. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop(stopSignal(), STOP);
        }
        processes.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void createCluster(PostgresBinaries binaries, Unprivileged user, Path log) {
        superuserPassword();
        Path unfinished = folder.resolve("data.new");
        user.handOver(folder);
        Commands.require(command(List.of("rm", "-rf", unfinished.toString()), binaries), log);
        List<String> initdb = List.of(
                binaries.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        Commands.require(command(user.wrap(initdb), binaries), log);
        try {
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure("The database cluster cannot be put into " + data() + ".", e);
        }
    }

    /** After a power cut the id in postmaster.pid may belong to any other process, and PostgreSQL would wait for that one. */
    private void removeStaleLock() {
        Path lock = data().resolve("postmaster.pid");
        try {
            if (Files.exists(lock)) {
                long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
                boolean ours = ProcessHandle.of(pid)
                        .flatMap(p -> p.info().command())
                        .filter(c -> c.endsWith("/postgres"))
                        .isPresent();
                if (!ours) {
                    Files.delete(lock);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new StartFailure("PostgreSQL's lock " + lock + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static ProcessBuilder command(List<String> command, PostgresBinaries binaries) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.directory(binaries.home().toFile());
        // its messages in English, its behaviour not by the locale of whoever starts it
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        builder.environment().keySet().removeIf(k -> k.startsWith("PG"));
        return builder;
    }

    private void prepareDatabase() throws SQLException {
        try (Connection cluster = connect("postgres", SUPERUSER, superuserPassword())) {
            ApplicationRole.prepare(cluster, password(), DATABASE);
        }
        try (Connection database = connect(DATABASE, SUPERUSER, superuserPassword())) {
            ApplicationRole.ownEverything(database);
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("connectTimeout", "1");
        properties.put("socketTimeout", "30");
        return DriverManager.getConnection(url(database), properties);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
