package plenum.ingress;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes threads that get less of a processor than others when there is too little for all: whoever opens pages or signs in may wait a
 * moment, and whoever talks may not. Linux gives each thread a priority of its own (setpriority(2)); elsewhere all stay equal.
 */
final class PatientThreads {
    private static final Logger log = LoggerFactory.getLogger(PatientThreads.class);
    /** A third of what a thread with the usual 0 gets. */
    private static final int NICE = 15;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private PatientThreads() {}

    /** @param name of its threads, before their number */
    static ThreadFactory named(String name) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name(name, 1).factory();
        return task -> threads.newThread(() -> {
            lower();
            task.run();
        });
    }

    private static void lower() {
        SET_PRIORITY.ifPresent(call -> {
            try {
                int failed = (int) call.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICE);
                if (failed != 0) {
                    log.debug("the kernel left a thread's priority as it is");
                }
            } catch (Throwable e) {
                throw new IllegalStateException("setpriority takes three numbers and throws nothing", e);
            }
        });
    }

    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            FunctionDescriptor threeNumbers = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            return linker.defaultLookup()
                    .find("setpriority")
                    .map(function -> linker.downcallHandle(function, threeNumbers));
        } catch (IllegalCallerException | UnsupportedOperationException e) {
            log.info("pages have the same priority as meetings, because this Java may not call the system: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
