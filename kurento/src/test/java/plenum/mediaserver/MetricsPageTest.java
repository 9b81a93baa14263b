package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.kurento.client.WebRtcEndpoint;

/** {@code GET /metrics} as a scraper meets it. */
@Tag("mediaserver")
class MetricsPageTest {
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) [a-z_]+ .+" + "|[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})? -?\\d+(\\.\\d+)?");

    private static HttpResponse<String> get(RunningServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void tellsOfClientsObjectsAndStreams() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            KurentoClient client = KurentoClient.create(server.uri().toString());
            MediaPipeline pipeline = client.createMediaPipeline();
            new WebRtcEndpoint.Builder(pipeline).build();
            new WebRtcEndpoint.Builder(pipeline).build();
            await().until(() -> server.peers().open().size() == 2);

            HttpResponse<String> page = get(server, "/metrics");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(page.body().lines()).allMatch(line -> LINE.matcher(line).matches());
            assertThat(page.body().lines())
                    .contains(
                            "plenum_media_info{version=\"development\"} 1",
                            "plenum_media_sessions 1",
                            "plenum_media_objects{class=\"MediaPipeline\"} 1",
                            "plenum_media_objects{class=\"WebRtcEndpoint\"} 2",
                            "plenum_media_rtp_packets_total{direction=\"in\",kind=\"audio\"} 10",
                            "plenum_media_rtp_packets_total{direction=\"out\",kind=\"video\"} 98",
                            "plenum_media_rtp_lost_packets{direction=\"in\",kind=\"video\"} 2",
                            "plenum_media_nacks_total{direction=\"in\",kind=\"video\"} 6",
                            "plenum_media_key_frame_requests_total{direction=\"in\",kind=\"video\"} 6",
                            "plenum_media_retransmissions_total{kind=\"video\"} 8",
                            "plenum_media_udp_dropped_total{direction=\"out\"} 0");
            assertThat(page.body())
                    .containsPattern("process_cpu_seconds_total \\d")
                    .containsPattern("jvm_gc_collections_total\\{collector=");
            client.destroy();
        }
    }

    @Test
    void isForThoseWhoMayUseTheProtocol() throws Exception {
        try (RunningServer guarded = RunningServer.start(Map.of("PLENUM_KURENTO_TOKEN", "s3cret"))) {
            assertThat(get(guarded, "/metrics").statusCode()).isEqualTo(401);
            assertThat(get(guarded, "/metrics", "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
            assertThat(get(guarded, "/metrics", "Authorization", "Bearer s3cret")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(guarded, "/metrics?token=s3cret").statusCode()).isEqualTo(200);
            assertThat(get(guarded, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isNotForAPageOfAnotherOrigin() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            assertThat(get(server, "/metrics", "Origin", "https://example.org").statusCode())
                    .isEqualTo(401);
        }
    }
}
