package plenum.mediaserver.transport;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** The requirements of both roles of a DTLS-SRTP handshake (RFC 5763, RFC 5764, RFC 8827), and its result. */
final class DtlsTerms {
    static final int HANDSHAKE_TIMEOUT_MILLIS = 30_000;

    private static final int MAX_HANDSHAKE_MESSAGE = 16 * 1024;

    private final Fingerprint expected;
    private @Nullable SrtpProfile profile;
    private volatile boolean ended;
    private @Nullable SrtpKeys clientKeys;
    private @Nullable SrtpKeys serverKeys;

    DtlsTerms(Fingerprint expected) {
        this.expected = expected;
    }

    /** The other side has said that it ends; BouncyCastle has seen to it that it was the other side. */
    void alertReceived() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    static ProtocolVersion[] versions() {
        return ProtocolVersion.DTLSv12.only();
    }

    static int[] cipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
        };
    }

    static int maxHandshakeMessage() {
        return MAX_HANDSHAKE_MESSAGE;
    }

    /** All profiles that we speak, best first. */
    static UseSRTPData offeredProfiles() {
        int[] ids =
                Arrays.stream(SrtpProfile.values()).mapToInt(SrtpProfile::id).toArray();
        return new UseSRTPData(ids, new byte[0]);
    }

    /** Chooses the best of ours among the other side's; no media without SRTP, so none in common is fatal. */
    UseSRTPData choose(@Nullable UseSRTPData offered) throws TlsFatalAlert {
        for (SrtpProfile ours : SrtpProfile.values()) {
            if (offered != null
                    && Arrays.stream(offered.getProtectionProfiles()).anyMatch(id -> id == ours.id())) {
                profile = ours;
                return new UseSRTPData(new int[] {ours.id()}, new byte[0]);
            }
        }
        throw new TlsFatalAlert(AlertDescription.handshake_failure, "no SRTP profile in common");
    }

    /** The certificate must be the one that the description vouched for; none at all is no better (RFC 8122 section 6.2). */
    void check(Certificate certificate) throws IOException {
        if (certificate.isEmpty()
                || !expected.fits(certificate.getCertificateAt(0).getEncoded())) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "fingerprint mismatch");
        }
    }

    /** RFC 5764 section 4.2: client's key, server's key, client's salt, server's salt. */
    void export(TlsContext context) throws TlsFatalAlert {
        SrtpProfile agreed = profile;
        if (agreed == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "no SRTP profile agreed");
        }
        int key = agreed.keyLength();
        int salt = agreed.saltLength();
        byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (key + salt));
        clientKeys = new SrtpKeys(
                agreed, Arrays.copyOfRange(material, 0, key), Arrays.copyOfRange(material, 2 * key, 2 * key + salt));
        serverKeys = new SrtpKeys(
                agreed,
                Arrays.copyOfRange(material, key, 2 * key),
                Arrays.copyOfRange(material, 2 * key + salt, 2 * (key + salt)));
    }

    SrtpSession session(DtlsRole localRole) {
        if (clientKeys == null || serverKeys == null) {
            throw new IllegalStateException("the handshake has not ended");
        }
        return localRole == DtlsRole.CLIENT
                ? new SrtpSession(clientKeys, serverKeys)
                : new SrtpSession(serverKeys, clientKeys);
    }
}
