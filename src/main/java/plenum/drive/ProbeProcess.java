package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@code plenum.drive.probe} for a file of a stranger: a JVM with little memory, no secrets in its environment, a folder of its own, and
 * a limited time on the processor. One at a time. What breaks it, or takes too long, is a file of which no more is known.
 */
@ApplicationScoped
public class ProbeProcess {
    /** Of larger files no picture is made. */
    static final long MOST_BYTES = 64 << 20;

    private static final Logger log = LoggerFactory.getLogger(ProbeProcess.class);
    private static final List<String> PROGRAM =
            List.of("plenum/drive/probe/Probe.class", "plenum/drive/probe/PdfPages.class");
    /** PDFBox, which is on no class path of the application. */
    private static final List<String> LIBRARIES = List.of(
            "probe-lib/pdfbox.jar",
            "probe-lib/pdfbox-io.jar",
            "probe-lib/fontbox.jar",
            "probe-lib/jbig2-imageio.jar",
            "probe-lib/commons-logging.jar");

    private static final int SECONDS = 30;
    private static final int MOST_ANSWER = 4 << 20;
    private static final int MOST_PAGES = 30;
    private static final Found NOTHING = new Found(Optional.empty(), "", List.of(), 0);

    private final Semaphore turn = new Semaphore(1);

    /**
     * What was found in a file.
     *
     * @param picture a small PNG
     * @param pages JPEGs of a document's first pages
     * @param allPages how many the document has
     */
    record Found(Optional<byte[]> picture, String words, List<byte[]> pages, int allPages) {}

    /** Where a file comes from. */
    interface Source {
        InputStream open() throws IOException;
    }

    Found look(String type, Source file, long size) throws IOException {
        boolean picture = type.startsWith("image/") && size <= MOST_BYTES;
        boolean text = type.startsWith("text/") || type.contains("document");
        boolean document = type.equals(FileTypes.PDF) && size <= MOST_BYTES;
        if (!picture && !text && !document) {
            return NOTHING;
        }
        turn.acquireUninterruptibly();
        Path folder = Files.createTempDirectory("plenum-probe");
        try (InputStream bytes = file.open()) {
            unpack(folder, PROGRAM);
            if (document) {
                unpack(folder, LIBRARIES);
            }
            return inItsOwnThread(() -> ask(folder, type, bytes));
        } finally {
            turn.release();
            delete(folder);
        }
    }

    private static void unpack(Path folder, List<String> parts) throws IOException {
        for (String part : parts) {
            Path file = folder.resolve(part);
            Files.createDirectories(file.getParent());
            try (InputStream bytes = ProbeProcess.class.getResourceAsStream("/" + part)) {
                Files.copy(Objects.requireNonNull(bytes), file);
            }
        }
    }

    /** Reading from a pipe holds the carrier of a virtual thread, and there are as many carriers as processors. */
    private static Found inItsOwnThread(Callable<Found> asking) {
        FutureTask<Found> task = new FutureTask<>(asking);
        Thread.ofPlatform().daemon().name("plenum-probe").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOTHING;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file could not be looked at", e.getCause());
        }
    }

    private static Found ask(Path folder, String type, InputStream file) throws IOException {
        Process process = start(folder, type);
        try {
            Thread.ofPlatform().daemon().start(() -> send(file, process));
            Thread.startVirtualThread(() -> endLate(process));
            try (DataInputStream answer = new DataInputStream(process.getInputStream())) {
                byte[] picture = part(answer);
                String words = new String(part(answer), StandardCharsets.UTF_8).replace('\0', ' ');
                List<byte[]> pages = new ArrayList<>();
                int allPages = pages(answer, pages);
                return new Found(picture.length == 0 ? Optional.empty() : Optional.of(picture), words, pages, allPages);
            }
        } catch (IOException e) {
            log.debug("a file told nothing of itself", e);
            return NOTHING;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Those that were ready when it ended or was ended. */
    private static int pages(DataInputStream answer, List<byte[]> pages) throws IOException {
        int all = 0;
        try {
            all = Math.max(0, answer.readInt());
            while (pages.size() < Math.min(all, MOST_PAGES)) {
                pages.add(part(answer));
            }
        } catch (EOFException e) {
            log.debug("{} of {} pages are shown", pages.size(), all);
        }
        return all;
    }

    private static byte[] part(DataInputStream answer) throws IOException {
        int length = answer.readInt();
        if (length < 0 || length > MOST_ANSWER) {
            throw new IOException("an answer that is no answer");
        }
        byte[] part = answer.readNBytes(length);
        if (part.length < length) {
            throw new EOFException("an answer without its end");
        }
        return part;
    }

    private static Process start(Path folder, String type) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -t " + SECONDS + " -f 0 -c 0 2>/dev/null; exec \"$@\"",
                        "probe",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        type.equals(FileTypes.PDF) ? "-Xmx512m" : "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder,
                        "-Dpdfbox.fontcache=" + folder,
                        "-cp",
                        folder + ":" + folder.resolve("probe-lib/*"),
                        "plenum.drive.probe.Probe",
                        type))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private static void send(InputStream file, Process process) {
        try (OutputStream input = process.getOutputStream()) {
            file.transferTo(input);
        } catch (IOException e) {
            log.debug("a file was not read to its end", e);
        }
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
