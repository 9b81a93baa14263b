package plenum.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import plenum.launcher.Ports;
import plenum.push.PushServiceForTests;

/**
 * Plenum as people start it: {@code ./plenum run}, with a data folder and ports of its own, on loopback. {@code PLENUM_KURENTO_URLS} of
 * the environment is passed on, so that the journeys can be made against any other Kurento.
 */
public final class PlenumProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(360);
    private static final Duration END = Duration.ofSeconds(60);
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final String OTHER_KURENTO = "PLENUM_KURENTO_URLS";

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Map<String, PlenumProcess> RUNNING = new ConcurrentHashMap<>();

    private static PlenumProcess shared;

    private static PlenumProcess connected;

    private static PushServiceForTests pushService;

    private final Path data;
    private final URI url;
    private final int httpsPort = Ports.free();
    private final Process process;

    private PlenumProcess(String name, Map<String, String> settings) {
        Path folder = ROOT.resolve("target/e2e").resolve(name);
        data = folder.resolve("data");
        int http = Ports.free();
        url = URI.create("http://localhost:" + http);
        awaitEndOfEarlier();
        try {
            delete(folder);
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("plenum").toString(), "run");
            builder.environment().keySet().removeIf(key -> key.startsWith("PLENUM_") && !key.equals(OTHER_KURENTO));
            builder.environment().putAll(ownPlace(http));
            builder.environment().putAll(settings);
            process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        endWithTheTests();
        awaitReady(folder.resolve("launcher.out"));
    }

    /** When they are ended already, at once: nobody would end it later. */
    private void endWithTheTests() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    /** The one that journeys share; it ends with the test process. */
    static synchronized PlenumProcess shared() {
        if (shared == null) {
            shared = new PlenumProcess("shared", Map.of());
        }
        return shared;
    }

    /**
     * As above, for journeys that need servers beside it: it sends and reads mail at {@link EventMails#shared}, notices go to {@link
     * #pushService}, and files may go to servers of this machine. Everybody in it has an address of {@link DrivePeople#address}, so that no journey
     * meets people of another.
     */
    static synchronized PlenumProcess connected() {
        if (connected == null) {
            Map<String, String> settings = new HashMap<>(EventMails.shared().settings());
            settings.put("PLENUM_STORAGE_NETWORKS", "127.0.0.0/8");
            settings.put("PLENUM_PUSH_SERVICES", pushService().origin());
            connected = new PlenumProcess("connected", settings);
        }
        return connected;
    }

    /** The one push service that {@link #connected} talks to. */
    static synchronized PushServiceForTests pushService() {
        if (pushService == null) {
            pushService = new PushServiceForTests(0);
        }
        return pushService;
    }

    /** One of its own, for a journey that leaves traces. */
    public static PlenumProcess start(String name) {
        return start(name, Map.of());
    }

    /** As above, with settings of its own. One of the same name that a failed try left behind ends first: they would share a folder. */
    public static PlenumProcess start(String name, Map<String, String> settings) {
        PlenumProcess earlier = RUNNING.remove(name);
        if (earlier != null) {
            earlier.close();
        }
        PlenumProcess started = new PlenumProcess(name, settings);
        RUNNING.put(name, started);
        return started;
    }

    static boolean ownMediaServer() {
        return System.getenv(OTHER_KURENTO) == null;
    }

    private Map<String, String> ownPlace(int http) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "PLENUM_BUILD", "never",
                "PLENUM_DATA", data.toString(),
                "PLENUM_BIND", "127.0.0.1",
                "PLENUM_HTTP_PORT", Integer.toString(http),
                "PLENUM_HTTPS_PORT", Integer.toString(httpsPort),
                "PLENUM_KURENTO_PORT", Integer.toString(Ports.free()),
                "PLENUM_MEDIA_UDP_PORTS", freeUdpRange(),
                "PLENUM_MEDIA_ADDRESSES", "127.0.0.1");
    }

    /** Eight free ports in a row: what the media server needs, one for each core. */
    private static String freeUdpRange() {
        int width = 8;
        for (int first = 22_000; first < 30_000; first += width) {
            if (allFree(first, first + width - 1)) {
                return first + "-" + (first + width - 1);
            }
        }
        throw new IllegalStateException("no free UDP ports");
    }

    private static boolean allFree(int first, int last) {
        for (int port = first; port <= last; port++) {
            try {
                new DatagramSocket(port).close();
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private void awaitReady(Path output) {
        CompletableFuture<String> ready = new CompletableFuture<>();
        // a platform thread: reading from a pipe holds the carrier of a virtual one
        Thread.ofPlatform().daemon().start(() -> follow(output, ready));
        try {
            ready.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            throw new AssertionError("no ready line; see " + output, e);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError("Plenum did not start; see " + output, e);
        }
    }

    private void follow(Path output, CompletableFuture<String> ready) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer copy = Files.newBufferedWriter(output)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                copy.flush();
                if (line.startsWith("Plenum is ready at ")) {
                    ready.complete(line);
                }
            }
            ready.completeExceptionally(new IOException("ended before it was ready"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    public URI url() {
        return url;
    }

    public int httpsPort() {
        return httpsPort;
    }

    /** The address of a page, from its path. */
    String page(String path) {
        return url + path;
    }

    /** Everything that it stores: the database's files, logs. */
    public Path data() {
        return data;
    }

    /** Those of its files that hold this text: what nobody should find on a copy of its disk. */
    List<Path> filesWith(String text) throws IOException {
        String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(wanted))
                    .toList();
        }
    }

    /** The database makes and deletes files all the time. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** {@code kill -9} of a part, by the name of its record: {@code media-server}, {@code wildfly}, {@code postgresql}. */
    public void kill(String part) {
        ProcessHandle victim = ProcessHandle.of(pid(part)).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Of the application, the media server and the database, with all that they started. */
    List<ProcessHandle> processes() {
        return Stream.of("wildfly", "media-server", "postgresql")
                .map(part -> ProcessHandle.of(pid(part)).orElseThrow())
                .flatMap(part -> Stream.concat(Stream.of(part), part.descendants()))
                .toList();
    }

    /**
     * {@code kill -9} of a part that is not started again before {@code meanwhile} is over: the launcher stands still. Its own children, such as PostgreSQL's, may outlive it for a moment, and end before that.
     */
    public void whileDown(String part, Runnable meanwhile) {
        signal("-STOP");
        try {
            ProcessHandle killed = ProcessHandle.of(pid(part)).orElseThrow();
            List<ProcessHandle> children = killed.descendants().toList();
            killed.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .join();
            meanwhile.run();
        } finally {
            signal("-CONT");
        }
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("the launcher takes no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a part found in its environment when it began. */
    String variable(String part, String name) {
        String begin = name + "=";
        try {
            String all = Files.readString(Path.of("/proc", Long.toString(pid(part)), "environ"));
            return Stream.of(all.split("\0"))
                    .filter(one -> one.startsWith(begin))
                    .findFirst()
                    .orElseThrow()
                    .substring(begin.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pid(String part) {
        try {
            return Long.parseLong(
                    Files.readString(data.resolve("run").resolve(part + ".pid")).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            // a launcher that is killed leaves its parts running
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** One of an earlier test run may be on its way down: its parts would write into the new one's files. */
    private void awaitEndOfEarlier() {
        Path records = data.resolve("run");
        if (!Files.isDirectory(records)) {
            return;
        }
        try (Stream<Path> parts = Files.list(records)) {
            parts.filter(file -> file.toString().endsWith(".pid"))
                    .flatMap(PlenumProcess::running)
                    .forEach(part -> part.onExit()
                            .orTimeout(END.toSeconds(), TimeUnit.SECONDS)
                            .join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ProcessHandle> running(Path record) {
        try {
            String[] fields = Files.readString(record).strip().split(" ", 3);
            return ProcessHandle.of(Long.parseLong(fields[0])).stream().filter(part -> part.info().command().stream()
                    .anyMatch(program -> program.endsWith("/" + fields[2])));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> paths;
            try (Stream<Path> walk = Files.walk(folder)) {
                paths = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }
}
