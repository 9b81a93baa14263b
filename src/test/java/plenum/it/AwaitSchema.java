package plenum.it;

import plenum.meeting.store.Schema;

/** Waits until the tables are there. */
public final class AwaitSchema {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private AwaitSchema() {}

    public static void of(Schema schema) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!schema.isUsable() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
