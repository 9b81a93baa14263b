package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conference")
class LedgerTest {
    private final FakeTimers time = new FakeTimers();
    private final List<String> told = new ArrayList<>();
    private final Ledger ledger = new Ledger("test", Runnable::run, time, Runnable::run);

    @Test
    void tellsWhatWasStoredInTheOrderOfAsking() {
        ledger.ask(() -> "one", told::add, () -> told.add("failed"));
        ledger.keep(() -> told.add("two"));
        ledger.ask(() -> "three", told::add, () -> told.add("failed"));
        assertThat(told).containsExactly("one", "two", "three");
    }

    @Test
    void afterAFailureAsksNothingForAMoment() {
        ask("one");
        ledger.ask(LedgerTest::fail, told::add, () -> told.add("failed"));
        ask("not tried");
        time.pass(Ledger.PAUSE);
        ask("two");
        assertThat(told).containsExactly("one", "failed", "failed", "two");
    }

    @Test
    void triesAllTheSameToKeepWhatNobodyAsksAgain() {
        ledger.keep(LedgerTest::fail, () -> told.add("kept"), () -> told.add("failed"));
        ledger.keep(() -> told.add("line"));
        assertThat(told).containsExactly("failed", "line");
    }

    @Test
    void whoAsksAfterTheEndIsToldSo() {
        ledger.close();
        ask("late");
        assertThat(told).containsExactly("failed");
    }

    private void ask(String word) {
        ledger.ask(() -> word, told::add, () -> told.add("failed"));
    }

    private static String fail() {
        throw new IllegalStateException("the database is away");
    }
}
