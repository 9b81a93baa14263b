package plenum.ingress;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes threads that get less of a processor than others when there is too little for all: whoever opens pages or signs in may wait a
 * moment, and whoever talks may not. Linux gives each thread a priority of its own (setpriority(2)); elsewhere all stay equal.
 */
final class PatientThreads {
    private static final Logger log = LoggerFactory.getLogger(PatientThreads.class);
    /** Of all such threads together, many of which may want to run, less than one thread with the usual 0 gets. */
    private static final int NICE = 15;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    /** Takes the new priority of the calling thread; 0, or -1 when the kernel refuses. */
    private static final IntUnaryOperator SET_PRIORITY = setPriority();

    private PatientThreads() {}

    /** @param name of its threads, before their number */
    static ThreadFactory named(String name) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name(name, 1).factory();
        return task -> threads.newThread(() -> {
            if (SET_PRIORITY.applyAsInt(NICE) != 0) {
                log.debug("the kernel left a thread's priority as it is");
            }
            task.run();
        });
    }

    private static IntUnaryOperator setPriority() {
        IntUnaryOperator none = priority -> 0;
        if (!System.getProperty("os.name").equals("Linux")) {
            return none;
        }
        try {
            Linker linker = Linker.nativeLinker();
            FunctionDescriptor threeNumbers = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            return linker.defaultLookup()
                    .find("setpriority")
                    .map(function -> linker.downcallHandle(function, threeNumbers))
                    .map(call -> MethodHandles.insertArguments(call, 0, PRIO_PROCESS, CALLING_THREAD))
                    .map(call -> MethodHandleProxies.asInterfaceInstance(IntUnaryOperator.class, call))
                    .orElse(none);
        } catch (IllegalCallerException | UnsupportedOperationException e) {
            log.info("pages have the priority of meetings: this Java may not call the system ({})", e.getMessage());
            return none;
        }
    }
}
