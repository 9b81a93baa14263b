package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.Rtcp;

/** Peers that are who they say and ask for too much: nobody else notices. */
@Tag("webrtc")
class FloodTest {
    private static final int FLOOD = 5_000;
    private static final int PART = 100;

    private final RunningCall call = new RunningCall(UnaryOperator.identity());

    @AfterEach
    void end() {
        call.close();
    }

    private void fromViewer(Rtcp message) {
        for (int part = 0; part < FLOOD / PART; part++) {
            OnLoop.on(call.clients(), () -> {
                for (int i = 0; i < PART; i++) {
                    call.viewer.browser().sendRtcp(message);
                }
                return null;
            });
        }
        call.goesOn();
    }

    private WebRtcPeer.StreamStats statsOf(RunningCall.Member member) {
        return OnLoop.on(call.loop, member.peer()::stats).getFirst();
    }

    /** Of five thousand requests the publisher, who answers none, hears two a second. */
    @Test
    void wishesForKeyFramesAreNotAllPassedOn() {
        long began = System.nanoTime();
        long before = heardByPublisher();
        fromViewer(new Rtcp.PictureLoss(1, call.viewer.browser().remoteSsrc));
        await().until(() -> statsOf(call.viewer).pliCount() > FLOOD / 2);
        long seconds = (System.nanoTime() - began) / 1_000_000_000L;

        assertThat(heardByPublisher() - before).isLessThanOrEqualTo(2 * seconds + 2);
    }

    private long heardByPublisher() {
        return OnLoop.on(call.clients(), () -> call.publisher.browser().count(Rtcp.PictureLoss.class));
    }

    /** What is sent again is bounded, however often it is asked for. */
    @Test
    void requestsForLostPacketsAreAnsweredInMeasure() {
        for (int i = 0; i < 50; i++) {
            call.goesOn();
        }
        int newest =
                OnLoop.on(call.clients(), () -> call.viewer.browser().received.lastKey());
        List<Integer> lost = IntStream.rangeClosed(newest - 40, newest).boxed().toList();
        long began = System.nanoTime();
        fromViewer(new Rtcp.Nack(1, call.viewer.browser().remoteSsrc, lost));
        await().until(() -> statsOf(call.viewer).nackCount() > FLOOD / 2);
        long seconds = (System.nanoTime() - began) / 1_000_000_000L;

        assertThat(statsOf(call.viewer).retransmissions()).isLessThanOrEqualTo((seconds + 2) * 1_000);
    }

    @Test
    void announcementsOfALimitCostNothing() {
        fromViewer(new Rtcp.Remb(1, 1, List.of(call.viewer.browser().remoteSsrc)));
        fromViewer(new Rtcp.Remb(1, Long.MAX_VALUE >> 8, List.of(call.viewer.browser().remoteSsrc)));
    }

    /** Of a publisher that changes its source with every packet, a few are believed; its picture comes back with a key frame. */
    @Test
    void sourcesWithoutEndAreNotRemembered() {
        long before = statsOf(call.publisher).packets();
        flood(call.publisher);
        call.goesOn(true);

        assertThat(statsOf(call.publisher).packets() - before).isLessThan(FLOOD / 10);
    }

    /** A viewer publishes nothing, whatever it sends. */
    @Test
    void sourcesOfAViewerAreNobodys() {
        flood(call.viewer);
        call.goesOn();

        assertThat(OnLoop.on(call.loop, call.viewer.peer()::stats)).noneMatch(WebRtcPeer.StreamStats::inbound);
    }

    private void flood(RunningCall.Member member) {
        for (int part = 0; part < FLOOD / PART; part++) {
            int first = part * PART;
            OnLoop.on(call.clients(), () -> {
                for (int i = 0; i < PART; i++) {
                    member.browser().sendFrameOf(0x100000 + first + i, i);
                }
                return null;
            });
        }
    }
}
