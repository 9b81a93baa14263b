package plenum.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stored state of a topic, read from the database when it is first needed. Tasks that need it meanwhile are queued. Belongs to the
 * conference's mailbox.
 *
 * @param <T> what is stored
 */
public final class StoredState<T> {
    private final Ledger ledger;
    private final Supplier<T> read;
    private final Consumer<T> onRead;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean known;
    private boolean reading;

    /**
     * @param read blocks on the database
     * @param onRead given what was read, once, before anybody who waits goes on
     */
    public StoredState(Ledger ledger, Supplier<T> read, Consumer<T> onRead) {
        this.ledger = ledger;
        this.read = read;
        this.onRead = onRead;
    }

    public boolean isKnown() {
        return known;
    }

    /**
     * @param then called at once when the state is known, else when it has been read
     * @param unavailable called instead when it cannot be read now
     */
    public void whenKnown(Runnable then, Runnable unavailable) {
        if (known) {
            then.run();
            return;
        }
        waiting.add(new Waiting(then, unavailable));
        if (!reading) {
            reading = true;
            ledger.ask(
                    read,
                    found -> {
                        known = true;
                        onRead.accept(found);
                        goOn(Waiting::then);
                    },
                    () -> goOn(Waiting::unavailable));
        }
    }

    private void goOn(Function<Waiting, Runnable> part) {
        reading = false;
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(one -> part.apply(one).run());
    }

    private record Waiting(Runnable then, Runnable unavailable) {}
}
