package plenum.attack;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import plenum.mediaserver.client.ClientPeer;
import plenum.mediaserver.client.ClientSdp;
import plenum.mediaserver.client.ClientSide;

/** A slot: the sound and the picture of whoever is shown in it, measured as they arrive. */
public final class MediaReceiver extends ClientPeer {
    private final ArrivalMeter audio;
    private final ArrivalMeter video;

    /**
     * What came since the meters were restarted.
     *
     * @param silence longest of both media, in nanoseconds
     */
    public record Arrivals(long audioPackets, long videoPackets, long silence) {}

    public MediaReceiver(ClientSide side, Pulse pulse) throws IOException {
        super(side, ClientSdp.Media.RECEIVE_BOTH);
        audio = new ArrivalMeter(pulse);
        video = new ArrivalMeter(pulse);
    }

    public void restart() {
        CompletableFuture.runAsync(
                        () -> {
                            audio.restart(loop().nanoTime());
                            video.restart(loop().nanoTime());
                        },
                        loop())
                .join();
    }

    public Arrivals arrivals() {
        return CompletableFuture.supplyAsync(
                        () -> {
                            long now = loop().nanoTime();
                            return new Arrivals(
                                    audio.packets(),
                                    video.packets(),
                                    Math.max(audio.longestSilence(now), video.longestSilence(now)));
                        },
                        loop())
                .join();
    }

    @Override
    public void rtp(byte[] packet, int length) {
        int type = packet[1] & 0x7F;
        if (type == ClientSdp.AUDIO_TYPE) {
            audio.arrived(loop().nanoTime());
        } else if (type == ClientSdp.VIDEO_TYPE) {
            video.arrived(loop().nanoTime());
        }
    }

    @Override
    public void rtcp(byte[] packet, int length) {
        // sender reports say nothing that is measured here
    }
}
