package plenum.mediaserver.sdp;

/** Text that is not a session description, or one that does not fit what it answers. */
public final class SdpException extends Exception {
    private static final long serialVersionUID = 1L;

    public SdpException(String message) {
        super(message);
    }
}
