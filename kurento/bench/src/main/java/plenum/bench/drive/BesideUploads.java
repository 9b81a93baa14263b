package plenum.bench.drive;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import plenum.bench.signaling.PlenumUnderTest;
import plenum.bench.signaling.SignalingBench;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.MediaBench;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.UsageException;

/** The chat and the media of a meeting, alone and then beside uploads. */
final class BesideUploads {
    private static final List<String> QUANTILES = List.of("P50", "P95", "P99");
    /** One room with forty people, of whom somebody writes each tenth of a second. */
    private static final List<String> CHAT = List.of(
            "--clients", "40", "--room", "40", "--rate", "10", "--warm-up", "20", "--seconds", "20", "--parts", "chat");
    /** Four people who see each other. */
    private static final List<String> MEDIA = List.of("--publishers", "4", "--viewers", "4", "--seconds", "20");

    private final PlenumUnderTest plenum;
    private final Report report;
    private final PrintStream out;
    private double floor = Double.NaN;

    BesideUploads(PlenumUnderTest plenum, Report report, PrintStream out) {
        this.plenum = plenum;
        this.report = report;
        this.out = out;
    }

    void measure(Uploads uploads, int count)
            throws IOException, InterruptedException, BenchFailure, UsageException, SQLException {
        meeting("", "10");
        uploads.begin(count);
        meeting("BesideUploads", "0");
        report.with("uploads", count).with("uploadMegabytesPerSecond", uploads.megabytesPerSecond());
        uploads.end();
    }

    /** @param floorSeconds for how long the bare forwarder is measured before */
    private void meeting(String name, String floorSeconds)
            throws IOException, InterruptedException, BenchFailure, UsageException, SQLException {
        Report chat = SignalingBench.measure(plenum, CHAT, out);
        for (String quantile : QUANTILES) {
            report.with("chatMillis" + name + quantile, chat.value("chatMillis" + quantile));
        }
        report.with("chatDeliveriesMissing" + name, (long) chat.value("chatDeliveriesMissing"));
        URI server = plenum.media();
        List<String> options = new ArrayList<>(MEDIA);
        options.addAll(List.of("--url", server.toString(), "--floor", floorSeconds));
        Report media = MediaBench.measure(options, out);
        double measured = media.value("floorLatencyMillisP99");
        floor = Double.isNaN(measured) ? floor : measured;
        report.with("latencyMillis" + name + "P99", media.value("latencyMillisP99"))
                .with("addedLatencyMillis" + name + "P99", media.value("latencyMillisP99") - floor)
                .with("lostPackets" + name, (long) media.value("lostPackets"));
    }
}
