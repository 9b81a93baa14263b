package plenum.mediaserver.transport;

/** Who sends the first handshake message (RFC 5763 section 5): the side that is {@code active} in the descriptions is the client. */
public enum DtlsRole {
    CLIENT,
    SERVER
}
