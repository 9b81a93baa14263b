package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;

/** What is at both ends of a publication under test: a publisher who is told something, a viewer who is sent something. */
public final class Ends {
    private static final int LONGEST = 2048;

    private Ends() {}

    /** A publisher to whom everything gets that is not to come a moment later. */
    public static PublisherSide publisher(ServerClock clock, Consumer<Rtcp> told) {
        return publisher(clock, told, Runnable::run);
    }

    static PublisherSide publisher(ServerClock clock, Consumer<Rtcp> told, Executor soon) {
        RtcpSink sink = new RtcpSink() {
            @Override
            public int ssrc() {
                return 1;
            }

            @Override
            public void send(Rtcp message) {
                told.accept(message);
            }
        };
        return new PublisherSide(sink, new PublisherClock(), clock, soon);
    }

    /** One of the layers of a video of which nothing has come yet. */
    static Layer layer(ServerClock clock, int index) {
        PublisherSide nobody = publisher(clock, message -> {
            throw new AssertionError("nothing is asked for");
        });
        return new Layer(MediaKind.VIDEO, index, false, new RequestSpacing(), nobody);
    }

    /** A viewer of one stream who can read its codec. */
    static ViewerStream viewer(AgreedMedia section, StreamIds ids, ServerClock clock, Consumer<RtpPacket> sent) {
        PeerOutput output = new PeerOutput() {
            @Override
            public byte[] packetBuffer() {
                return new byte[LONGEST];
            }

            @Override
            public void sendRtp(byte[] data, int length) {
                RtpPacket packet = new RtpPacket();
                assertThat(packet.wrap(data, 0, length)).isTrue();
                sent.accept(packet);
            }

            @Override
            public int nextTransportSequence() {
                return 0;
            }
        };
        return new ViewerStream(section, ids, output, clock, codec -> {
            throw new AssertionError("no mismatch of " + codec);
        });
    }
}
