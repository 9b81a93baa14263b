package plenum.mediaserver.transport;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Vector;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** The server role of a DTLS-SRTP handshake; it demands the client's certificate. */
final class DtlsServer extends DefaultTlsServer {
    private final DtlsIdentity identity;
    private final DtlsTerms terms;
    private @Nullable UseSRTPData chosen;

    DtlsServer(DtlsIdentity identity, DtlsTerms terms) {
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

    /** The curve that is computed fastest when the other side knows it, whatever it likes best. */
    @Override
    protected int selectECDH(int minimumCurveBits) {
        int[] offered = context.getSecurityParametersHandshake().getClientSupportedGroups();
        return offered != null && Arrays.stream(offered).anyMatch(group -> group == NamedGroup.secp256r1)
                ? NamedGroup.secp256r1
                : super.selectECDH(minimumCurveBits);
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return identity.signer(context);
    }

    @Override
    public void processClientExtensions(@Nullable Hashtable clientExtensions) throws IOException {
        super.processClientExtensions(clientExtensions);
        chosen = terms.choose(clientExtensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(clientExtensions));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = super.getServerExtensions();
        Hashtable result = extensions == null ? new Hashtable<>() : extensions;
        TlsSRTPUtils.addUseSRTPExtension(result, chosen);
        return result;
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        Vector<?> algorithms = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
        return new CertificateRequest(types, algorithms, null);
    }

    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        terms.check(certificate);
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
