package plenum.mediaserver.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Looks into a running Java process of the same user: what its threads have allocated, and how often and long all of them stood still. It
 * attaches from outside, so that the process needs no option for it.
 */
public final class JvmProbe implements AutoCloseable {
    private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";

    /**
     * What happened since the process began, pauses since the probe attached.
     *
     * @param allocatedBytes on the heap, by all threads, those that have ended included
     * @param collections garbage collections of all kinds
     * @param pauses how long all threads stood still, for whatever reason (safepoints)
     */
    public record Reading(long allocatedBytes, long collections, Pauses pauses) {}

    private final JMXConnector connector;
    private final MBeanServerConnection beans;
    private final Path pauseLog;

    private JvmProbe(JMXConnector connector, Path pauseLog) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
        this.pauseLog = pauseLog;
    }

    /** The address is that of the agent which has just been started, in a process of our own user. */
    @SuppressWarnings("BanJNDI")
    private static JMXConnector connect(String address) throws IOException {
        return JMXConnectorFactory.connect(new JMXServiceURL(address));
    }

    /** Attaches to a process; empty when it is none of Java's, or not ours to look into. */
    public static Optional<JvmProbe> attach(long pid) throws IOException {
        VirtualMachine machine;
        try {
            machine = VirtualMachine.attach(Long.toString(pid));
        } catch (AttachNotSupportedException | IOException e) {
            return Optional.empty();
        }
        JMXConnector connector;
        try {
            connector = connect(machine.startLocalManagementAgent());
        } finally {
            machine.detach();
        }
        Path log = Files.createTempFile("pauses", ".log");
        JvmProbe probe = new JvmProbe(connector, log);
        probe.vmLog("output=" + log, "what=safepoint=info", "output_options=filecount=0");
        return Optional.of(probe);
    }

    public Reading read() throws IOException {
        try (Stream<String> lines = Files.lines(pauseLog)) {
            return new Reading(allocatedBytes(), collections(), Pauses.in(lines));
        }
    }

    private long allocatedBytes() throws IOException {
        try {
            return (Long) beans.getAttribute(
                    new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "TotalThreadAllocatedBytes");
        } catch (JMException e) {
            throw new IOException("this Java does not tell what it allocates", e);
        }
    }

    /** Collects garbage, and tells what is left on the heap. */
    public long usedHeap() throws IOException {
        MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        // what the first collection only made reachable by cleaners, the second takes
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private long collections() throws IOException {
        return ManagementFactory.getPlatformMXBeans(beans, GarbageCollectorMXBean.class).stream()
                .filter(bean -> !bean.getName().endsWith("Pauses")) // ZGC has a second bean for each collector
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private void vmLog(String... arguments) throws IOException {
        try {
            beans.invoke(new ObjectName(DIAGNOSTICS), "vmLog", new Object[] {arguments}, new String[] {
                String[].class.getName()
            });
        } catch (JMException e) {
            throw new IOException("this Java does not log its pauses", e);
        }
    }

    @Override
    public void close() throws IOException {
        vmLog("output=" + pauseLog, "what=all=off");
        connector.close();
        Files.delete(pauseLog);
    }
}
