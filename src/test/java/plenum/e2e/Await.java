package plenum.e2e;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions in pages. Playwright hears the browser only while it is called, so it is called between two looks. */
final class Await {

    private static final double LOOK_MILLIS = 25;

    private Await() {}

    static void until(Page page, String what, Duration patience, BooleanSupplier condition) {
        until(page, patience, condition, () -> what);
    }

    static void until(Page page, Duration patience, BooleanSupplier condition, Supplier<String> what) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what.get());
            }
            page.waitForTimeout(LOOK_MILLIS);
        }
    }
}
