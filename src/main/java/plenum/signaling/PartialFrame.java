package plenum.signaling;

/** Puts a text message together from its parts, which come by one thread at a time. */
final class PartialFrame {
    private static final int MAX_CHARACTERS = 128 * 1024;

    private final StringBuilder arrived = new StringBuilder();

    /** Returns false when it becomes too long; what has come so far is dropped then. */
    boolean add(String part) {
        if (arrived.length() + part.length() > MAX_CHARACTERS) {
            arrived.setLength(0);
            return false;
        }
        arrived.append(part);
        return true;
    }

    /** The whole message, and room for the next. */
    String take() {
        String frame = arrived.toString();
        arrived.setLength(0);
        return frame;
    }
}
