package plenum.mediaserver.transport;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.jspecify.annotations.Nullable;

/** The client role of a DTLS-SRTP handshake; it always shows its certificate. */
final class DtlsClient extends DefaultTlsClient {
    private final DtlsIdentity identity;
    private final DtlsTerms terms;

    DtlsClient(DtlsIdentity identity, DtlsTerms terms) {
        super(identity.crypto());
        this.identity = identity;
        this.terms = terms;
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        terms.alertReceived();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return DtlsTerms.versions();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return DtlsTerms.cipherSuites();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = super.getClientExtensions();
        Hashtable result = extensions == null ? new Hashtable<>() : extensions;
        TlsSRTPUtils.addUseSRTPExtension(result, DtlsTerms.offeredProfiles());
        return result;
    }

    @Override
    public void processServerExtensions(@Nullable Hashtable serverExtensions) throws IOException {
        super.processServerExtensions(serverExtensions);
        terms.choose(serverExtensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(serverExtensions));
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
                terms.check(certificate.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return identity.signer(context);
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        terms.export(context);
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true; // without it BouncyCastle exports no keys, and every browser has it
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return DtlsTerms.HANDSHAKE_TIMEOUT_MILLIS;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return DtlsTerms.maxHandshakeMessage();
    }
}
