package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.sdp.Codec;

/** Somebody who comes later than the key frame begins with it as long as no other may be asked for. */
@Tag("flow")
class LateViewerTest {
    private static final Codec VP8 = new Codec(96, "VP8", 90_000, 1, "", List.of("nack", "nack pli"), Codec.NONE);
    private static final long MILLISECOND = 1_000_000L;

    private final List<Rtcp> toPublisher = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private long now = 5_000 * MILLISECOND;
    private Layer layer;

    @BeforeEach
    void publish() {
        PublisherSide publisher = Ends.publisher(new ServerClock(() -> now, 0), toPublisher::add);
        layer = new Layer(MediaKind.VIDEO, 0, true, new RequestSpacing(), publisher);
    }

    private void receive(int sequence, boolean key) {
        RtpWriter writer = new RtpWriter(100);
        writer.begin(96, true, sequence, sequence * 3_000, 7);
        writer.endHeader();
        byte[] payload = {0x10, (byte) (key ? 0 : 1), 0, 0};
        writer.payload(payload, 0, payload.length);
        RtpPacket packet = new RtpPacket();
        assertThat(packet.wrap(writer.buffer(), 0, writer.length())).isTrue();
        layer.receive(packet, VP8, now);
    }

    private void join() {
        LayerTaker taker = new LayerTaker() {
            @Override
            public boolean take(KeptPacket packet) {
                taken.add(packet.sequence() & 0xFFFF);
                return false;
            }

            @Override
            public void restarted(Layer which) {
                taken.clear();
            }
        };
        layer.add(taker);
        layer.replay(taker);
    }

    @Test
    void beginsWithTheLastKeyFrameWhileItIsFresh() {
        receive(1, true);
        now += 300 * MILLISECOND;
        receive(2, false);
        receive(3, true);
        now += 999 * MILLISECOND;
        receive(4, false);

        join();

        assertThat(taken).containsExactly(3L, 4L);
    }

    @Test
    void getsNoOldPictures() {
        receive(1, true);
        now += 1_000 * MILLISECOND;

        join();
        receive(2, false);

        assertThat(taken).containsExactly(2L);
    }

    /** So nobody waits for longer than a request takes. */
    @Test
    void isServedByTheOldKeyFrameWheneverANewOneMayNotBeAskedFor() {
        receive(1, true);
        now += 5_000 * MILLISECOND;
        layer.requestKeyFrame();
        now += 50 * MILLISECOND;
        receive(2, true);
        long asked = toPublisher.size();
        for (int i = 0; i < 19; i++) {
            now += 50 * MILLISECOND;
            layer.requestKeyFrame();
            boolean mayAsk = toPublisher.size() > asked;
            taken.clear();
            join();
            assertThat(mayAsk || taken.contains(2L))
                    .as("after %d ms", 50 * (i + 1))
                    .isTrue();
        }
        assertThat(asked).isEqualTo(1);
    }
}
