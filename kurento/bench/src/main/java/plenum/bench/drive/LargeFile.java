package plenum.bench.drive;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.ProcessMeter;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.StopWatch;

/** One large file up and down again, in pieces as a browser sends them; the application may be killed on the way, and the launcher starts it again. */
final class LargeFile {
    private static final int BLOCK = 65_536;
    /** The largest piece that a browser sends. */
    private static final int PIECE = 30 * BLOCK;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final DriveVisitor visitor;
    private final Path data;
    private final Report report;
    private final MessageDigest sent = sha256();
    private long peak;

    LargeFile(DriveVisitor visitor, Path data, Report report) {
        this.visitor = visitor;
        this.data = data;
        this.report = report;
    }

    void measure(long size, int kills) throws IOException, InterruptedException, BenchFailure {
        String drive = DriveVisitor.find(visitor.get("/drive").body(), "data-drive=\"([^\"]+)\"");
        String name = "large" + size + "x" + kills + ".bin";
        long before = resident();
        peak = before;
        StopWatch up = new StopWatch();
        upload(drive, name, size, kills);
        report.with("largeMegabytes", size >> 20).with("kills", 2L * kills).with("upSeconds", up.seconds());
        String found = visitor.get("/drive?drive=" + drive + "&q=" + name).body();
        String address = DriveVisitor.find(found, "data-name=\"" + name + "\"[^>]*data-download=\"([^\"]+)\"");
        StopWatch down = new StopWatch();
        String received = download(address, size, kills);
        report.with("downSeconds", down.seconds())
                .with("residentMegabytesBefore", before / 1e6)
                .with("residentMegabytesMost", peak / 1e6)
                .with("sameChecksum", received.equals(HexFormat.of().formatHex(sent.digest())) ? 1 : 0);
    }

    private void upload(String drive, String name, long size, int kills)
            throws IOException, InterruptedException, BenchFailure {
        String wish = "{\"drive\":\"%s\",\"folder\":\"\",\"path\":\"%s\",\"size\":%d}".formatted(drive, name, size);
        HttpResponse<String> begun =
                visitor.send("POST", "/uploads", BodyPublishers.ofString(wish), "Content-Type", "application/json");
        if (begun.statusCode() != 201) {
            throw new BenchFailure("the upload was not begun: " + begun.statusCode() + " " + begun.body());
        }
        String address = "/uploads/" + DriveVisitor.find(begun.body(), "\"id\":\"([^\"]+)\"");
        int killed = 0;
        long digested = 0;
        for (long at = 0; at < size; ) {
            if (killed < kills && at > size * (killed + 1) / (kills + 1)) {
                killed++;
                kill();
            }
            byte[] piece = content(at, (int) Math.min(PIECE, size - at));
            if (at == digested) {
                sent.update(piece);
                digested += piece.length;
            }
            at = send(address, at, piece);
            if (at < digested) {
                // it is sent once more from there; what is behind has been counted
                at = catchUp(address, at, digested);
            }
            sample();
        }
    }

    private long catchUp(String address, long from, long until) throws IOException, InterruptedException, BenchFailure {
        long at = from;
        while (at < until) {
            at = send(address, at, content(at, (int) Math.min(PIECE, until - at)));
        }
        return at;
    }

    /** Where to go on. */
    private long send(String address, long at, byte[] piece) throws InterruptedException, BenchFailure {
        try {
            HttpResponse<String> answer = visitor.send(
                    "PATCH",
                    address,
                    BodyPublishers.ofByteArray(piece),
                    "Upload-Offset",
                    Long.toString(at),
                    "Content-Type",
                    "application/offset+octet-stream");
            if (answer.statusCode() < 300 || answer.statusCode() == 409) {
                return offset(answer);
            }
        } catch (IOException e) {
            return offsetAfterKill(address);
        }
        return offsetAfterKill(address);
    }

    private long offsetAfterKill(String address) throws InterruptedException, BenchFailure {
        StopWatch waited = new StopWatch();
        while (waited.seconds() < PATIENCE.toSeconds()) {
            StopWatch.pass(Duration.ofMillis(500));
            try {
                HttpResponse<String> answer = visitor.send("HEAD", address);
                if (answer.statusCode() == 200) {
                    return offset(answer);
                }
            } catch (IOException e) {
                continue;
            }
        }
        throw new BenchFailure("the application has not come back");
    }

    private static long offset(HttpResponse<String> answer) throws BenchFailure {
        return answer.headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow(() -> new BenchFailure("an answer without an offset: " + answer.statusCode()));
    }

    private String download(String address, long size, int kills) throws InterruptedException, BenchFailure {
        MessageDigest received = sha256();
        byte[] buffer = new byte[1 << 20];
        int killed = 0;
        long at = 0;
        StopWatch waited = new StopWatch();
        while (at < size) {
            try (InputStream bytes = visitor.open(address, at)) {
                for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                    received.update(buffer, 0, count);
                    at += count;
                    sample();
                    if (killed < kills && at > size * (killed + 1) / (kills + 1)) {
                        killed++;
                        kill();
                        waited = new StopWatch();
                    }
                }
            } catch (IOException e) {
                if (waited.seconds() > PATIENCE.toSeconds()) {
                    throw new BenchFailure("the file does not go on: " + e.getMessage());
                }
                StopWatch.pass(Duration.ofMillis(500));
            }
        }
        return HexFormat.of().formatHex(received.digest());
    }

    /** Bytes that are known by their place alone, so that nothing has to be kept. */
    private static byte[] content(long at, int length) {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            long place = at + filled;
            byte[] block = new byte[BLOCK];
            new SplittableRandom(place / BLOCK).nextBytes(block);
            int from = (int) (place % BLOCK);
            int count = Math.min(length - filled, BLOCK - from);
            System.arraycopy(Arrays.copyOfRange(block, from, from + count), 0, bytes, filled, count);
            filled += count;
        }
        return bytes;
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("run/wildfly.pid")).split(" ", 2)[0]);
    }

    private long resident() throws IOException {
        return ProcessMeter.read(pid()).residentBytes();
    }

    private void sample() {
        try {
            peak = Math.max(peak, resident());
        } catch (IOException | RuntimeException e) {
            peak = Math.max(peak, 0); // it is dead now
        }
    }

    private void kill() throws IOException {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
