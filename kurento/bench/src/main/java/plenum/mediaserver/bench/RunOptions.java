package plenum.mediaserver.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the options of all kinds of runs have in common. */
interface RunOptions {
    /** Where to write the figures as JSON; null for nowhere. */
    @Nullable
    Path json();
}
