package plenum.protocol;

/** The result of decoding a text frame. */
public sealed interface Decoding {
    /** A message that keeps all limits. */
    record Decoded(ClientMessage message) implements Decoding {}

    /** Not a message of ours; {@code reason} is for the log and repeats nothing of the content. */
    record Malformed(String reason) implements Decoding {}
}
