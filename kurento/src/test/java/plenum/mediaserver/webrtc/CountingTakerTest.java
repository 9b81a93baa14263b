package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.mediaserver.webrtc.OnLoop.on;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.flow.KeptPacket;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.Subscription;
import plenum.mediaserver.flow.Taker;
import plenum.mediaserver.flow.Wish;

/** Something that is no browser takes what a browser publishes, by nothing but what flow shows to everybody. */
@Tag("webrtc")
class CountingTakerTest {
    private final List<Long> taken = new ArrayList<>();
    private boolean beginsWithKeyFrame;
    private String codec = "";

    private final Taker taker = new Taker() {
        @Override
        public boolean take(Subscription by, KeptPacket packet) {
            assertThat(by.current()).isSameAs(packet.layer());
            assertThat(packet.packet().ssrc()).isEqualTo(JavaBrowser.SSRC);
            boolean begins = taken.isEmpty();
            if (begins) {
                beginsWithKeyFrame = packet.startsKeyFrame();
                codec = packet.layer().codec().name();
            }
            taken.add(packet.sequence());
            return begins;
        }

        @Override
        public void restarted() {
            taken.clear();
        }
    };

    @Test
    void takesEveryPacketFromAKeyFrameOnUntilItIsClosed() {
        try (RunningCall call = new RunningCall(UnaryOperator.identity())) {
            Wish wish = new Wish(new ServerClock(System::nanoTime, 0));
            Subscription subscription = on(
                    call.loop,
                    () -> call.publisher.peer().source(MediaKind.VIDEO).subscribe(taker, wish));
            call.goesOn(true);
            call.goesOn();

            int count = on(call.loop, () -> {
                subscription.close();
                return taken.size();
            });
            assertThat(beginsWithKeyFrame).isTrue();
            assertThat(codec).isEqualTo("VP8");
            assertThat(taken).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();

            call.goesOn();
            assertThat(on(call.loop, taken::size)).isEqualTo(count);
        }
    }
}
