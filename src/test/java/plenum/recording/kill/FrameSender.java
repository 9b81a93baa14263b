package plenum.recording.kill;

import java.io.IOException;
import plenum.attack.Pulse;
import plenum.mediaserver.client.ClientPeer;
import plenum.mediaserver.client.ClientSdp;
import plenum.mediaserver.client.ClientSide;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.transport.WebRtcTransport;

/** A publication of a colour and a tone: 50 packets of Opus and 12.5 pictures of VP8 a second, each of which stands for itself. */
final class FrameSender extends ClientPeer {
    private static final int SAMPLES_PER_PACKET = 960;
    private static final int BEATS_PER_PICTURE = 4;
    private static final int TICKS_PER_BEAT = 1_800;
    private static final int LARGEST = 1_500;

    private final Frames frames;
    private final RtpWriter packet = new RtpWriter(LARGEST + WebRtcTransport.TRAILER);
    private boolean sending;
    private int beats;
    private int sequence;
    private long begin;

    FrameSender(ClientSide side, Pulse pulse, Frames frames) throws IOException {
        super(side, ClientSdp.Media.SEND_BOTH);
        this.frames = frames;
        loop().execute(() -> pulse.onBeat(this::beat));
    }

    @Override
    public void secured() {
        sending = true;
        super.secured();
    }

    /** As many as are due: a beat that was late does not make its time later. */
    private void beat() {
        if (!sending) {
            return;
        }
        long now = loop().nanoTime();
        if (beats == 0) {
            begin = now;
        }
        while (beats <= (now - begin) / Pulse.INTERVAL.toNanos()) {
            sendBeat();
        }
    }

    private void sendBeat() {
        byte[] sound = frames.sound().get(beats % frames.sound().size());
        send(ClientSdp.AUDIO_TYPE, beats == 0, beats & 0xFFFF, beats * SAMPLES_PER_PACKET, audioSsrc(), sound);
        if (beats % BEATS_PER_PICTURE == 0) {
            for (byte[] payload : frames.picture()) {
                boolean last = payload == frames.picture().getLast();
                send(ClientSdp.VIDEO_TYPE, last, sequence++ & 0xFFFF, beats * TICKS_PER_BEAT, videoSsrc(), payload);
            }
        }
        beats++;
    }

    private void send(int type, boolean marker, int number, int timestamp, int ssrc, byte[] payload) {
        packet.begin(type, marker, number, timestamp, ssrc);
        packet.endHeader();
        packet.payload(payload, 0, payload.length);
        transport().sendRtp(packet.buffer(), packet.length());
    }

    @Override
    public void rtp(byte[] received, int length) {
        // nobody sends to a publisher
    }

    @Override
    public void rtcp(byte[] received, int length) {
        // each picture is a key frame
    }

    @Override
    public void close() {
        loop().execute(() -> sending = false);
        super.close();
    }
}
