package plenum.mediaserver.element;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads processor and memory usage from the operating system. */
public final class ProcessLoad implements ServerLoad {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int BYTES_PER_KIBIBYTE = 1024;

    private final OperatingSystemMXBean system;

    public ProcessLoad() {
        system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    @Override
    public int cpuCount() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public long cpuTimeNanos() {
        return system.getProcessCpuTime();
    }

    /** Resident memory where the system tells it, else the heap in use. */
    @Override
    public long usedMemoryKibibytes() {
        Runtime heap = Runtime.getRuntime();
        return residentKibibytes().orElse((heap.totalMemory() - heap.freeMemory()) / BYTES_PER_KIBIBYTE);
    }

    private static OptionalLong residentKibibytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
