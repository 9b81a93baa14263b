package plenum.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate chain and its key, read from two PEM files. The key is PKCS #8 without a password, as certbot writes it. */
record PemKeyPair(java.security.cert.Certificate[] chain, PrivateKey key) {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    static PemKeyPair read(Path certificate, Path key) {
        return new PemKeyPair(readChain(certificate), readKey(key));
    }

    private static java.security.cert.Certificate[] readChain(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(java.security.cert.Certificate[]::new);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(
                    "PLENUM_TLS_CERTIFICATE: " + file + " is not a readable PEM file of certificates (" + e.getMessage()
                            + ").",
                    e);
        }
    }

    private static PrivateKey readKey(Path file) {
        try {
            Matcher matcher = PKCS8.matcher(Files.readString(file));
            if (!matcher.find()) {
                throw new StartFailure(
                        "PLENUM_TLS_KEY: " + file + " holds no PKCS #8 key without a password. Convert it with"
                                + " openssl pkcs8 -topk8 -nodes -in old.pem -out new.pem");
            }
            byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
            return decode(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure("PLENUM_TLS_KEY: " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static PrivateKey decode(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // of another kind: the next one may fit
                continue;
            }
        }
        throw new InvalidKeySpecException("neither EC nor RSA nor EdDSA");
    }
}
