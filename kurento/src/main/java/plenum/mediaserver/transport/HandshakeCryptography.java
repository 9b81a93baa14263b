package plenum.mediaserver.transport;

import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.NoSuchPaddingException;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;

/**
 * The algorithms of DTLS handshakes: native ones where available, else those of the Java platform. Handshakes are mostly elliptic curve
 * operations, for which a process that has just started would spend a quarter of a second in the interpreter.
 */
final class HandshakeCryptography extends JcaTlsCrypto {
    HandshakeCryptography(SecureRandom random) {
        this(random, NativeProvider.find());
    }

    /** Prefers the algorithms of the given provider. */
    HandshakeCryptography(SecureRandom random, Optional<Provider> preferred) {
        super(preferred.isPresent() ? new Preferring(preferred.get()) : new DefaultJcaJceHelper(), random, random);
    }

    KeyPairGenerator ellipticCurveKeys() throws NoSuchAlgorithmException, NoSuchProviderException {
        return getHelper().createKeyPairGenerator("EC");
    }

    /** Asks one provider first, and the Java platform for what that one lacks. */
    private static final class Preferring extends DefaultJcaJceHelper {
        private final Provider provider;

        Preferring(Provider provider) {
            this.provider = provider;
        }

        @Override
        public Cipher createCipher(String algorithm) throws NoSuchAlgorithmException, NoSuchPaddingException {
            try {
                return Cipher.getInstance(algorithm, provider);
            } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
                return super.createCipher(algorithm);
            }
        }

        @Override
        public Mac createMac(String algorithm) throws NoSuchAlgorithmException {
            return first(algorithm, Mac::getInstance, super::createMac);
        }

        @Override
        public KeyAgreement createKeyAgreement(String algorithm) throws NoSuchAlgorithmException {
            return first(algorithm, KeyAgreement::getInstance, super::createKeyAgreement);
        }

        @Override
        public KeyFactory createKeyFactory(String algorithm) throws NoSuchAlgorithmException {
            return first(algorithm, KeyFactory::getInstance, super::createKeyFactory);
        }

        @Override
        public KeyPairGenerator createKeyPairGenerator(String algorithm) throws NoSuchAlgorithmException {
            return first(algorithm, KeyPairGenerator::getInstance, super::createKeyPairGenerator);
        }

        @Override
        public MessageDigest createMessageDigest(String algorithm) throws NoSuchAlgorithmException {
            return first(algorithm, MessageDigest::getInstance, super::createMessageDigest);
        }

        @Override
        public Signature createSignature(String algorithm) throws NoSuchAlgorithmException {
            return first(algorithm, Signature::getInstance, super::createSignature);
        }

        @Override
        public AlgorithmParameters createAlgorithmParameters(String algorithm) throws NoSuchAlgorithmException {
            return first(algorithm, AlgorithmParameters::getInstance, super::createAlgorithmParameters);
        }

        private <T> T first(String algorithm, OfProvider<T> preferred, OfPlatform<T> platform)
                throws NoSuchAlgorithmException {
            try {
                return preferred.create(algorithm, provider);
            } catch (NoSuchAlgorithmException e) {
                return platform.create(algorithm);
            }
        }
    }

    @FunctionalInterface
    private interface OfProvider<T> {
        T create(String algorithm, Provider provider) throws NoSuchAlgorithmException;
    }

    @FunctionalInterface
    private interface OfPlatform<T> {
        T create(String algorithm) throws NoSuchAlgorithmException;
    }
}
