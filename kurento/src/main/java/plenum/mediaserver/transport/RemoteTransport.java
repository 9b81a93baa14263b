package plenum.mediaserver.transport;

/** The transport parameters in the other side's session description. */
public record RemoteTransport(IceCredentials ice, Fingerprint fingerprint, DtlsRole localRole) {}
