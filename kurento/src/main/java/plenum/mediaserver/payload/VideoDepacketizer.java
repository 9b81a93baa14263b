package plenum.mediaserver.payload;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.sdp.Codec;

/** What the video formats share: a frame is the packets of one timestamp, and its last one carries the marker bit. */
abstract class VideoDepacketizer extends Depacketizer {
    /** The longest frame that is put together; a longer one is given up. */
    static final int LONGEST = 8 * 1024 * 1024;

    final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private @Nullable TrackFormat format;
    private int timestamp;
    private boolean begun;
    private boolean damaged;
    private boolean key;

    VideoDepacketizer(Codec codec, FrameSink sink) {
        super(codec, sink);
    }

    @Override
    public final void take(MediaPacket packet) {
        if (begun && packet.timestamp() != timestamp) {
            end();
        }
        if (!begun) {
            begun = true;
            timestamp = packet.timestamp();
            key = false;
            frame.reset();
            begin();
        }
        key |= packet.startsKeyFrame();
        if (!damaged && (!append(packet.payload()) || frame.size() > LONGEST)) {
            damaged = true;
        }
        if (packet.marker()) {
            end();
        }
    }

    private void end() {
        if (!damaged && frame.size() > 0) {
            byte[] data = finished();
            if (key) {
                TrackFormat found = describe(data);
                format = found == null ? format : found;
            }
            emit(timestamp, key, data);
        }
        begun = false;
        damaged = false;
    }

    @Override
    public final void gap() {
        if (begun) {
            begun = false;
            discard();
        }
        damaged = false;
    }

    @Override
    public final @Nullable TrackFormat format() {
        return format;
    }

    /** A frame begins. */
    void begin() {}

    /** Drops the incomplete frame. */
    void discard() {}

    /** Takes a packet of the frame; false when it makes no sense. */
    abstract boolean append(byte[] payload);

    /** The frame as a container holds it. */
    byte[] finished() {
        return frame.toByteArray();
    }

    /** Reads what a container has to know out of a key frame; null when it is not there. */
    abstract @Nullable TrackFormat describe(byte[] keyFrame);
}
