package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A STUN or TURN server for the tab (W3C webrtc, RTCIceServer). */
public record IceServer(
        List<String> urls,
        @Nullable String username,
        @Nullable String credential) {}
