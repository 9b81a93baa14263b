package plenum.mediaserver.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a measured process uses, before and after a window; knows nothing of a process without a number. */
final class ServerMeter implements AutoCloseable {
    private final long pid;
    private final Optional<JvmProbe> probe;

    /** What was used at one moment. */
    record Reading(@Nullable ProcessMeter process, JvmProbe.@Nullable Reading java) {}

    /** @param pid 0 when the process is not known, or is on another machine */
    ServerMeter(long pid) throws IOException {
        this.pid = pid;
        this.probe = pid == 0 ? Optional.empty() : JvmProbe.attach(pid);
    }

    Reading read() throws IOException {
        ProcessMeter process = pid == 0 ? null : ProcessMeter.read(pid);
        return new Reading(process, probe.isPresent() ? probe.get().read() : null);
    }

    /** Adds what was used between two readings, while {@code packets} were forwarded. */
    static void report(Report report, Reading before, Reading after, long packets) {
        ProcessMeter first = before.process();
        ProcessMeter last = after.process();
        double cpuMicros =
                first == null || last == null ? Double.NaN : (last.cpuNanos() - first.cpuNanos()) / 1e3 / packets;
        report.with("cpuMicrosPerForwardedPacket", cpuMicros)
                .with("forwardedPacketsPerSecondAndCore", 1e6 / cpuMicros)
                .with("residentMegabytes", last == null ? Double.NaN : last.residentBytes() / 1e6)
                .with("threads", last == null ? Double.NaN : last.threads());
        report(report, before.java(), after.java(), packets);
    }

    private static void report(
            Report report, JvmProbe.@Nullable Reading before, JvmProbe.@Nullable Reading after, long packets) {
        double allocated = Double.NaN;
        double collections = Double.NaN;
        double count = Double.NaN;
        Pauses pauses = new Pauses(List.of());
        if (before != null && after != null) {
            allocated = (double) (after.allocatedBytes() - before.allocatedBytes()) / packets;
            collections = after.collections() - before.collections();
            pauses = after.pauses().since(before.pauses());
            count = pauses.count();
        }
        report.with("allocatedBytesPerForwardedPacket", allocated)
                .with("garbageCollections", collections)
                .with("pauses", count)
                .with("pauseMillisP999", pauses.millisAt(0.999))
                .with("pauseMillisMax", pauses.millisAt(1));
    }

    @Override
    public void close() throws IOException {
        if (probe.isPresent()) {
            probe.get().close();
        }
    }
}
