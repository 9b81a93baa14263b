package plenum.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaObject;
import org.kurento.client.MediaPipeline;
import org.kurento.client.MediaProfileSpecType;
import org.kurento.client.MediaType;
import org.kurento.client.RecorderEndpoint;
import org.kurento.client.WebRtcEndpoint;
import org.kurento.commons.exception.KurentoException;

/** Whoever rules the media server: has its token, and records there what browsers send to it. */
final class ServerTap {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * How much of a sound is this tone, from 0 to 1, in the half second that has most of it; what cannot be decoded, and silence, have nothing of
     * it.
     */
    private static final String TONE = """
        async ({ file, hertz }) => {
          const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0)).buffer;
          const rate = 48000;
          const decoded = await new OfflineAudioContext(1, rate, rate).decodeAudioData(bytes).catch(() => null);
          const sound = decoded?.getChannelData(0) ?? [];
          let most = 0;
          for (let from = 0; from + rate / 2 <= sound.length; from += rate / 2) {
            let [re, im, power] = [0, 0, 0];
            for (let i = from; i < from + rate / 2; i++) {
              re += sound[i] * Math.cos((2 * Math.PI * hertz * i) / rate);
              im += sound[i] * Math.sin((2 * Math.PI * hertz * i) / rate);
              power += sound[i] ** 2;
            }
            if (power > 0) most = Math.max(most, (2 * (re ** 2 + im ** 2)) / ((rate / 2) * power));
          }
          return most;
        }\
        """;

    private final PlenumProcess plenum;
    private final Path folder;

    ServerTap(PlenumProcess plenum) {
        this.plenum = plenum;
        this.folder =
                Path.of(plenum.variable("media-server", "PLENUM_MEDIA_FOLDERS").split(",")[0]);
    }

    /**
     * Records the sound of each browser that sends any.
     *
     * @param browsers how many there are
     * @param bytes recorded of each
     */
    List<byte[]> sounds(Page page, int browsers, long bytes) {
        String port = plenum.variable("media-server", "PLENUM_KURENTO_PORT");
        String token = plenum.variable("media-server", "PLENUM_KURENTO_TOKEN");
        KurentoClient client = KurentoClient.create("ws://127.0.0.1:" + port + "/kurento?token=" + token);
        List<Tape> tapes = new ArrayList<>();
        try {
            for (MediaPipeline pipeline : client.getServerManager().getPipelines()) {
                unlessGone(() -> {
                    for (MediaObject endpoint : pipeline.getChildren()) {
                        unlessGone(() -> tapes.add(record(client, endpoint, pipeline)));
                    }
                });
            }
            Await.until(
                    page,
                    PATIENCE,
                    () -> tapes.stream().filter(tape -> tape.size() >= bytes).count() >= browsers,
                    () -> browsers + " sounds of " + bytes + " bytes, but "
                            + tapes.stream().map(Tape::size).toList());
            tapes.forEach(tape -> unlessGone(tape.recorder::stopAndWait));
            return tapes.stream()
                    .filter(tape -> tape.size() >= bytes)
                    .map(Tape::read)
                    .toList();
        } finally {
            tapes.forEach(tape -> unlessGone(tape.recorder::release));
            client.destroy();
            tapes.forEach(Tape::delete);
        }
    }

    /** Those of an earlier meeting may go at any moment. */
    private static void unlessGone(Runnable what) {
        try {
            what.run();
        } catch (KurentoException e) {
            // then there is nothing to be heard
        }
    }

    private Tape record(KurentoClient client, MediaObject endpoint, MediaPipeline pipeline) {
        Path file = folder.resolve("tap-" + UUID.randomUUID() + ".webm");
        RecorderEndpoint recorder = new RecorderEndpoint.Builder(
                        pipeline, file.toUri().toString())
                .withMediaProfile(MediaProfileSpecType.WEBM_AUDIO_ONLY)
                .build();
        client.getById(endpoint.getId(), WebRtcEndpoint.class).connect(recorder, MediaType.AUDIO);
        recorder.record();
        return new Tape(recorder, file);
    }

    /** How much of a recorded sound is this tone. */
    static double tone(Page page, byte[] sound, int hertz) {
        String file = Base64.getEncoder().encodeToString(sound);
        return ((Number) page.evaluate(TONE, Map.of("file", file, "hertz", hertz))).doubleValue();
    }

    private record Tape(RecorderEndpoint recorder, Path file) {
        long size() {
            try {
                return Files.exists(file) ? Files.size(file) : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] read() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void delete() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
