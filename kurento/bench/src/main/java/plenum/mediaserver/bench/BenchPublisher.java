package plenum.mediaserver.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import plenum.mediaserver.client.ClientSdp;
import plenum.mediaserver.client.ClientSide;
import plenum.mediaserver.client.VideoPacket;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtcpReader;
import plenum.mediaserver.transport.WebRtcTransport;

/** Sends frames of two packets at a steady rate, and a key frame whenever it is asked for one. */
final class BenchPublisher extends BenchPeer {
    private static final int PACKETS_PER_FRAME = 2;

    private final long frameNanos;
    private final byte[] packet;
    private final ByteBuffer view;
    private final int packetBytes;
    private int sequence;
    private int picture;
    private long nextFrame;
    private boolean keyFrameWanted = true;
    private boolean sending;

    BenchPublisher(ClientSide side, Impairment network, int packetsPerSecond, int packetBytes) throws IOException {
        super(side, network, ClientSdp.Media.SEND_VIDEO);
        this.frameNanos = PACKETS_PER_FRAME * 1_000_000_000L / packetsPerSecond;
        this.packetBytes = packetBytes;
        this.packet = new byte[packetBytes + WebRtcTransport.TRAILER];
        this.view = ByteBuffer.wrap(packet);
    }

    @Override
    public void secured() {
        super.secured();
        sending = true;
        // publishers begin at different moments, as people do: not all frames of a room in one burst
        nextFrame = loop().nanoTime() + Math.floorMod(videoSsrc(), frameNanos);
        sendDueFrames();
    }

    private void sendDueFrames() {
        if (!sending) {
            return;
        }
        while (nextFrame <= loop().nanoTime()) {
            sendFrame();
            nextFrame += frameNanos;
        }
        loop().schedule(Duration.ofNanos(Math.max(1, nextFrame - loop().nanoTime())), this::sendDueFrames);
    }

    private void sendFrame() {
        boolean key = keyFrameWanted;
        keyFrameWanted = false;
        for (int i = 0; i < PACKETS_PER_FRAME; i++) {
            VideoPacket.write(view, videoSsrc(), sequence++, picture, i == 0, i == PACKETS_PER_FRAME - 1, key);
            transport().sendRtp(packet, packetBytes);
        }
        picture++;
    }

    @Override
    public void rtp(byte[] data, int length) {
        // nobody sends to a publisher
    }

    @Override
    public void rtcp(byte[] data, int length) {
        for (Rtcp message : RtcpReader.read(data, 0, length)) {
            keyFrameWanted |= message instanceof Rtcp.PictureLoss || message instanceof Rtcp.FullIntraRequest;
        }
    }

    @Override
    public void close() {
        loop().execute(() -> sending = false);
        super.close();
    }
}
