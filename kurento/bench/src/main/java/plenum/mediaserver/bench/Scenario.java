package plenum.mediaserver.bench;

import java.util.List;

/** One shape of a meeting that every sitting measures. */
enum Scenario {
    /** The one that the goals are about: 600 streams, 34,200 packets a second. */
    TEN_BY_SIXTY(10, 60),
    TEN_BY_TEN(10, 10),
    ONE_BY_SIXTY(1, 60),
    /** A webinar. */
    ONE_BY_THOUSAND(1, 1000);

    private final int publishers;
    private final int viewers;

    Scenario(int publishers, int viewers) {
        this.publishers = publishers;
        this.viewers = viewers;
    }

    String title() {
        return publishers + " × " + viewers;
    }

    /** The options of {@code bench media} for it. */
    List<String> arguments() {
        return List.of("--publishers", Integer.toString(publishers), "--viewers", Integer.toString(viewers));
    }
}
