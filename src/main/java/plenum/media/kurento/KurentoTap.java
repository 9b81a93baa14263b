package plenum.media.kurento;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.kurento.client.MediaPipeline;
import org.kurento.client.MediaProfileSpecType;
import org.kurento.client.RecorderEndpoint;
import org.kurento.client.WebRtcEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.Tap;
import plenum.platform.Mailbox;

/** A RecorderEndpoint that takes from a publication's endpoint. */
final class KurentoTap implements Tap {
    private static final Logger log = LoggerFactory.getLogger(KurentoTap.class);

    private final Mailbox mailbox;
    private final Runnable failed;
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable RecorderEndpoint recorder;

    /** @param failed called once */
    KurentoTap(Runnable failed, Executor threads) {
        this.failed = failed;
        this.mailbox = new Mailbox("tap", threads);
    }

    void begin(MediaPipeline pipeline, KurentoPublication source, String uri) {
        mailbox.post(() -> {
            WebRtcEndpoint endpoint = source.endpoint();
            if (endpoint == null || over.get()) {
                return;
            }
            try {
                RecorderEndpoint made = new RecorderEndpoint.Builder(pipeline, uri)
                        .withMediaProfile(MediaProfileSpecType.MKV)
                        .build();
                recorder = made;
                made.addErrorListener(event -> {
                    log.warn("a recorder failed: {}", event.getDescription());
                    fail();
                });
                endpoint.connect(made);
                made.record();
            } catch (RuntimeException e) {
                log.warn("a recorder could not begin", e);
                fail();
            }
        });
    }

    private void fail() {
        if (over.compareAndSet(false, true)) {
            mailbox.post(this::release);
            mailbox.close();
            failed.run();
        }
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            mailbox.post(this::release);
            mailbox.close();
        }
    }

    private void release() {
        RecorderEndpoint old = recorder;
        if (old == null) {
            return;
        }
        recorder = null;
        try {
            old.stopAndWait();
            old.release();
        } catch (RuntimeException e) {
            log.debug("a recorder could not be released, it went with its pipeline", e);
        }
    }
}
