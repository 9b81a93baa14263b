package plenum.launcher;

import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;

/** Prints to the terminal; the only class that does. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static Console ofTerminal() {
        return new Console(System.out, System.err);
    }

    /** One step or event. */
    void progress(String line) {
        out.println("  " + line);
    }

    /** The one line that scripts wait for, and then how others get in. */
    void ready(URI url, Optional<String> hint) {
        out.println("Plenum is ready at " + url);
        hint.ifPresent(out::println);
        out.flush();
    }

    void line(String text) {
        out.println(text);
    }

    void failure(String sentences) {
        err.println(sentences);
    }
}
