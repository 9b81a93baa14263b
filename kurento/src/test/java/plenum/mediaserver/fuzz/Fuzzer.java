package plenum.mediaserver.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives a parser many damaged inputs and holds it to this: nothing escapes it, no input takes it more than ten milliseconds, none makes it
 * allocate more than it may.
 *
 * <p>{@code -Dplenum.fuzz.inputs=1000000} gives each parser more inputs than the unit tests do, {@code -Dplenum.fuzz.seed=7} others.
 */
public final class Fuzzer {
    private static final Integer WANTED = Integer.getInteger("plenum.fuzz.inputs");
    private static final long SEED = Long.getLong("plenum.fuzz.seed", 20_261_124L);
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SECOND_LOOKS = 30;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is fuzzed; it may throw what its contract says, and catches that itself. */
    @FunctionalInterface
    public interface Target {
        void parse(byte[] input) throws Exception;
    }

    private final Target target;
    private final long allocationLimit;

    /** @param allocationLimit bytes that one input may cost */
    public Fuzzer(Target target, long allocationLimit) {
        this.target = target;
        this.allocationLimit = allocationLimit;
    }

    /** Runs the seeds, and then {@code usual} inputs that come from them, or as many as the property says. */
    public void run(List<byte[]> seeds, int usual) {
        seeds.forEach(this::parse);
        Mutator mutator = new Mutator(SEED, seeds);
        int inputs = WANTED == null ? usual : WANTED;
        for (int i = 0; i < inputs; i++) {
            byte[] input = mutator.next();
            if (isTooMuch(input)) {
                requireThatItWasTheMachine(input);
            }
        }
    }

    private boolean isTooMuch(byte[] input) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        parse(input);
        return System.nanoTime() - began > LIMIT_NANOS
                || THREADS.getCurrentThreadAllocatedBytes() - allocated > allocationLimit;
    }

    /** Other programs, the JIT and the loading of classes take time and memory too: an input is too much when it is so each time. */
    private void requireThatItWasTheMachine(byte[] input) {
        long leastNanos = Long.MAX_VALUE;
        long leastBytes = Long.MAX_VALUE;
        for (int i = 0; i < SECOND_LOOKS; i++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long began = THREADS.getCurrentThreadCpuTime();
            parse(input);
            leastNanos = Math.min(leastNanos, THREADS.getCurrentThreadCpuTime() - began);
            leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - allocated);
        }
        if (leastNanos > LIMIT_NANOS) {
            throw failure("takes " + leastNanos + " ns for", input, null);
        }
        if (leastBytes > allocationLimit) {
            throw failure("allocates " + leastBytes + " bytes for", input, null);
        }
    }

    private void parse(byte[] input) {
        try {
            target.parse(input.clone());
        } catch (Exception | Error e) {
            throw failure(e + " escapes for", input, e);
        }
    }

    private static AssertionError failure(String what, byte[] input, Throwable cause) {
        return new AssertionError("the parser " + what + " " + HexFormat.of().formatHex(input), cause);
    }
}
