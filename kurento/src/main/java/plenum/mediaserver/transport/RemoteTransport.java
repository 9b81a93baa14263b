package plenum.mediaserver.transport;

/** What the other side's description says of its transport. */
public record RemoteTransport(IceCredentials ice, Fingerprint fingerprint, DtlsRole localRole) {}
