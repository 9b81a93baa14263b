package plenum.attack;

import java.io.IOException;
import java.nio.ByteBuffer;
import plenum.mediaserver.client.ClientPeer;
import plenum.mediaserver.client.ClientSdp;
import plenum.mediaserver.client.ClientSide;
import plenum.mediaserver.client.VideoPacket;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtcpReader;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.transport.WebRtcTransport;

/** A publication with sound and a picture, however it is called: 50 packets of Opus and 25 small frames of VP8 a second. */
final class MediaSender extends ClientPeer {
    private static final int VIDEO_BYTES = 600;
    private static final byte[] SOUND = new byte[80];
    private static final int SAMPLES_PER_PACKET = 960;

    private final byte[] video = new byte[VIDEO_BYTES + WebRtcTransport.TRAILER];
    private final RtpWriter audio = new RtpWriter(SOUND.length + 64 + WebRtcTransport.TRAILER);
    private boolean keyFrameWanted = true;
    private boolean sending;
    private int beats;
    private int pictures;

    MediaSender(ClientSide side, Pulse pulse) throws IOException {
        super(side, ClientSdp.Media.SEND_BOTH);
        loop().execute(() -> pulse.onBeat(this::beat));
    }

    @Override
    public void secured() {
        sending = true;
        super.secured();
    }

    private void beat() {
        if (!sending) {
            return;
        }
        audio.begin(ClientSdp.AUDIO_TYPE, beats == 0, beats & 0xFFFF, beats * SAMPLES_PER_PACKET, audioSsrc());
        audio.endHeader();
        audio.payload(SOUND, 0, SOUND.length);
        transport().sendRtp(audio.buffer(), audio.length());
        if (beats++ % 2 == 0) {
            VideoPacket.write(ByteBuffer.wrap(video), videoSsrc(), pictures, pictures, true, true, keyFrameWanted);
            keyFrameWanted = false;
            pictures++;
            transport().sendRtp(video, VIDEO_BYTES);
        }
    }

    @Override
    public void rtp(byte[] packet, int length) {
        // nobody sends to a publisher
    }

    @Override
    public void rtcp(byte[] packet, int length) {
        for (Rtcp message : RtcpReader.read(packet, 0, length)) {
            keyFrameWanted |= message instanceof Rtcp.PictureLoss || message instanceof Rtcp.FullIntraRequest;
        }
    }

    @Override
    public void close() {
        loop().execute(() -> sending = false);
        super.close();
    }
}
