package plenum.mediaserver;

import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.Subscription;
import plenum.mediaserver.flow.Taker;
import plenum.mediaserver.flow.Wish;

/** A source that is handed about, and never taken. */
public record FakeSource(MediaKind kind) implements PacketSource {
    @Override
    public Subscription subscribe(Taker taker, Wish wish) {
        throw new UnsupportedOperationException();
    }
}
