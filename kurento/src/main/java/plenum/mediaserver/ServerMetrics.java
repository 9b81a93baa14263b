package plenum.mediaserver;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import plenum.mediaserver.element.ServerLoad;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.ObjectRegistry;
import plenum.mediaserver.transport.PortTraffic;
import plenum.mediaserver.webrtc.MediaCounters;
import plenum.mediaserver.webrtc.MediaCounters.StreamTotals;
import plenum.mediaserver.webrtc.WebRtcPeers;

/** The content of {@code GET /metrics}. It contains no rooms, people or addresses. */
final class ServerMetrics {
    private static final long LIMIT_SECONDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ObjectRegistry registry;
    private final WebRtcPeers peers;
    private final ServerLoad load;

    ServerMetrics(ObjectRegistry registry, WebRtcPeers peers, ServerLoad load) {
        this.registry = registry;
        this.peers = peers;
        this.load = load;
    }

    /** The page; fails when the loops do not answer within seconds. */
    CompletionStage<String> toText() {
        return peers.counters()
                .toCompletableFuture()
                .copy()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .thenApply(this::toText);
    }

    private String toText(MediaCounters media) {
        PrometheusText page = new PrometheusText();
        page.gauge("plenum_media_info", "The version of this media server.")
                .sample(1, "version", ServerHealth.version());
        addObjects(page);
        page.gauge("plenum_media_peers", "Peer connections that are open.").sample(media.peers());
        addDatagrams(page, media.udp());
        addConnections(page, media.tcp());
        addStreams(page, media);
        addProcess(page);
        return page.toString();
    }

    private void addObjects(PrometheusText page) {
        long sessions =
                registry.sessionIds().stream().filter(id -> !id.isEmpty()).count();
        page.gauge("plenum_media_sessions", "Clients of the protocol.").sample(sessions);
        Map<String, Long> classes = registry.all().stream()
                .collect(Collectors.groupingBy(
                        object -> object.remoteClass().name(), TreeMap::new, Collectors.counting()));
        page.gauge("plenum_media_objects", "Objects that clients have made, by class.");
        classes.forEach((name, count) -> page.sample(count, "class", name));
    }

    private static void addDatagrams(PrometheusText page, PortTraffic udp) {
        addDirections(page, udp, "udp_datagrams", "Datagrams on the media ports.", PortTraffic.Direction::datagrams);
        addDirections(page, udp, "udp_bytes", "Bytes in them.", PortTraffic.Direction::bytes);
        addDirections(
                page,
                udp,
                "udp_messages",
                "Messages handed over by or to the kernel: fewer than datagrams where it splits them.",
                PortTraffic.Direction::messages);
        addDirections(
                page,
                udp,
                "udp_dropped",
                "Datagrams of nobody who is known (in), or without room to be sent (out).",
                PortTraffic.Direction::dropped);
    }

    private static void addConnections(PrometheusText page, PortTraffic tcp) {
        addDirections(page, tcp, "tcp_packets", "Packets by TCP connections.", PortTraffic.Direction::datagrams);
        addDirections(page, tcp, "tcp_bytes", "Bytes in them.", PortTraffic.Direction::bytes);
        addDirections(
                page,
                tcp,
                "tcp_dropped",
                "Connections of nobody who is known (in), packets that a slow reader left no room for (out).",
                PortTraffic.Direction::dropped);
    }

    private static void addDirections(
            PrometheusText page,
            PortTraffic traffic,
            String what,
            String help,
            ToLongFunction<PortTraffic.Direction> value) {
        page.counter("plenum_media_" + what + "_total", help)
                .sample(value.applyAsLong(traffic.in()), "direction", "in")
                .sample(value.applyAsLong(traffic.out()), "direction", "out");
    }

    private static void addStreams(PrometheusText page, MediaCounters media) {
        page.counter("plenum_media_rtp_packets_total", "RTP packets from publishers (in) and to viewers (out).");
        addKinds(page, media, StreamTotals::packets);
        page.counter("plenum_media_rtp_bytes_total", "Bytes of these packets, headers included.");
        addKinds(page, media, StreamTotals::bytes);
        page.gauge("plenum_media_rtp_lost_packets", "Packets that are missed: by us (in), by viewers (out).");
        addKinds(page, media, StreamTotals::lost);
        page.counter("plenum_media_nacks_total", "Requests for lost packets: to publishers (in), from viewers (out).");
        addKinds(page, media, StreamTotals::nacks);
        page.counter("plenum_media_key_frame_requests_total", "PLI and FIR: to publishers (in), from viewers (out).");
        addKinds(page, media, StreamTotals::keyFrameRequests);
        page.counter("plenum_media_retransmissions_total", "Packets sent again to viewers.");
        media.sent().forEach((kind, totals) -> page.sample(totals.retransmissions(), "kind", label(kind)));
    }

    private static void addKinds(PrometheusText page, MediaCounters media, ToLongFunction<StreamTotals> value) {
        media.received()
                .forEach((kind, totals) ->
                        page.sample(value.applyAsLong(totals), "direction", "in", "kind", label(kind)));
        media.sent()
                .forEach((kind, totals) ->
                        page.sample(value.applyAsLong(totals), "direction", "out", "kind", label(kind)));
    }

    private static String label(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void addProcess(PrometheusText page) {
        Runtime heap = Runtime.getRuntime();
        page.counter("process_cpu_seconds_total", "Processor time of all threads.")
                .sample(load.cpuTimeNanos() / NANOS_PER_SECOND);
        page.gauge("process_resident_memory_bytes", "Memory that the process occupies.")
                .sample(load.usedMemoryKibibytes() * 1024.0);
        page.gauge("jvm_heap_used_bytes", "Heap in use, garbage included.")
                .sample(heap.totalMemory() - heap.freeMemory());
        page.gauge("jvm_heap_max_bytes", "Heap that may be used.").sample(heap.maxMemory());
        page.counter("jvm_gc_collections_total", "Garbage collections, by collector.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            page.sample(collector.getCollectionCount(), "collector", collector.getName());
        }
    }
}
