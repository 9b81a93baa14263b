package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.sdp.Codec;

/** A frame's packets are handed on together, to one taker after the other. */
@Tag("flow")
class FanoutTest {
    private static final Codec VP8 = new Codec(96, "VP8", 90_000, 1, "", List.of(), Codec.NONE);

    private final List<String> taken = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final PublisherSide publisher =
            Ends.publisher(new ServerClock(() -> 5_000_000_000L, 0), message -> {}, later::add);
    private final Layer layer = new Layer(MediaKind.VIDEO, 0, true, new RequestSpacing(), publisher);

    private LayerTaker viewer(String name) {
        return new LayerTaker() {
            @Override
            public boolean take(KeptPacket packet) {
                String picture = Integer.toString(packet.descriptor().pictureId());
                taken.add(name + " " + (packet.sequence() & 0xFFFF) + " of picture " + picture
                        + (packet.startsKeyFrame() ? " key" : ""));
                return packet.startsKeyFrame();
            }

            @Override
            public void restarted(Layer which) {
                taken.add(name + " anew");
            }
        };
    }

    private void receive(Layer to, int sequence, int picture, boolean last, int ssrc) {
        RtpWriter writer = new RtpWriter(100);
        writer.begin(96, last, sequence, picture * 3_000, ssrc);
        writer.endHeader();
        boolean first = sequence % 2 == 1;
        byte[] payload = {(byte) (first ? 0x90 : 0x80), (byte) 0x80, (byte) picture, (byte) (picture == 1 ? 0 : 1), 0, 0
        };
        writer.payload(payload, 0, payload.length);
        RtpPacket packet = new RtpPacket();
        assertThat(packet.wrap(writer.buffer(), 0, writer.length())).isTrue();
        to.receive(packet, VP8, 5_000_000_000L);
    }

    private void receive(int sequence, int picture, boolean last) {
        receive(layer, sequence, picture, last, 7);
    }

    private void runLater() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void aFrameGoesToOneViewerAfterTheOther() {
        layer.add(viewer("a"));
        layer.add(viewer("b"));
        receive(1, 1, false);
        assertThat(taken).filteredOn(line -> line.contains("picture")).isEmpty();
        receive(2, 1, true);
        assertThat(taken)
                .filteredOn(line -> line.contains("picture"))
                .containsExactly(
                        "a 1 of picture 1 key", "a 2 of picture 1", "b 1 of picture 1 key", "b 2 of picture 1");
    }

    @Test
    void aFrameWhoseRestIsLateGoesOnWithoutIt() {
        layer.add(viewer("a"));
        receive(1, 1, false);
        runLater();
        assertThat(taken).last().isEqualTo("a 1 of picture 1 key");
        receive(2, 1, true);
        receive(3, 2, false);
        assertThat(taken).last().isEqualTo("a 2 of picture 1");
        runLater();
        assertThat(taken).last().isEqualTo("a 3 of picture 2");
    }

    @Test
    void aLongFrameGoesOnInParts() {
        layer.add(viewer("a"));
        taken.clear();
        for (int i = 1; i <= Fanout.MOST; i++) {
            receive(i, 1, false);
        }
        assertThat(taken).hasSize(Fanout.MOST + 1);
        receive(Fanout.MOST + 1, 1, false);
        assertThat(taken).hasSize(Fanout.MOST + 1);
    }

    @Test
    void whoComesInTheMiddleOfAFrameIsGivenItOnce() {
        receive(1, 1, true);
        receive(2, 2, false);
        LayerTaker late = viewer("late");
        layer.add(late);
        layer.replay(late);
        receive(3, 2, true);
        assertThat(taken).containsExactly("late 1 of picture 1 key", "late 2 of picture 2", "late 3 of picture 2");
    }

    @Test
    void whoBeginsWithARepairedPacketIsGivenWhatCameSince() {
        layer.add(viewer("a"));
        layer.add(viewer("b"));
        receive(2, 1, true);
        receive(3, 2, false);
        taken.clear();

        receive(1, 1, false);

        List<String> all = List.of("1 of picture 1 key", "2 of picture 1", "3 of picture 2");
        assertThat(taken).startsWith("a 3 of picture 2");
        assertThat(taken.subList(1, 4)).isEqualTo(all.stream().map("a "::concat).toList());
        assertThat(taken.subList(4, 8))
                .containsExactly("b 3 of picture 2", "b 1 of picture 1 key", "b 2 of picture 1", "b 3 of picture 2");
        receive(4, 2, true);
        assertThat(taken.subList(8, taken.size())).containsExactly("a 4 of picture 2", "b 4 of picture 2");
    }

    @Test
    void anotherSourceDoesNotOvertakeTheRestOfTheOldOne() {
        layer.add(viewer("a"));
        receive(1, 1, true);
        receive(3, 2, false);
        taken.clear();
        receive(layer, 101, 1, true, 8);
        assertThat(taken).containsExactly("a 3 of picture 2", "a anew", "a 101 of picture 1 key");
    }

    @Test
    void soundWaitsForNothing() {
        Layer sound = new Layer(MediaKind.AUDIO, 0, true, new RequestSpacing(), publisher);
        sound.add(viewer("a"));
        receive(sound, 1, 1, false, 7);
        assertThat(taken).last().asString().startsWith("a 1 ");
        assertThat(later).isEmpty();
    }
}
