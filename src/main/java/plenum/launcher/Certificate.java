package plenum.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The key store for HTTPS: the operator's certificate, or a self-signed one for the names of this machine. The self-signed one is made anew
 * when it lacks a name or expires soon; browsers ask once whether to trust it.
 */
final class Certificate {

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
    private static final String ALIAS = "plenum";

    private final Path keyStore;
    private final String password;

    private Certificate(Path folder) {
        this.keyStore = folder.resolve("plenum.p12");
        this.password = SecretFile.readOrCreate(folder.resolve("password"));
    }

    static Certificate prepare(Path folder, LauncherSettings settings) {
        Certificate certificate = new Certificate(folder);
        settings.tls()
                .certificate()
                .ifPresentOrElse(
                        pem -> certificate.store(
                                PemKeyPair.read(pem, settings.tls().key().orElseThrow())),
                        () -> certificate.makeOwn(names(settings)));
        return certificate;
    }

    Path keyStore() {
        return keyStore;
    }

    String password() {
        return password;
    }

    /** Everything that people of this network may type, in the form of a certificate's alternative names. */
    private static Set<String> names(LauncherSettings settings) {
        Set<String> names = new TreeSet<>(LocalAddresses.certificateNames());
        settings.publicUrl()
                .map(URI::getHost)
                .map(host -> LocalAddresses.isLiteral(host) ? "ip:" + host.replaceAll("[\\[\\]]", "") : "dns:" + host)
                .ifPresent(names::add);
        return names;
    }

    private void makeOwn(Set<String> names) {
        if (isGoodFor(names)) {
            return;
        }
        Path unfinished = keyStore.resolveSibling("plenum.p12.new");
        try {
            Files.deleteIfExists(unfinished);
            ProcessBuilder keytool = new ProcessBuilder(new ArrayList<>(List.of(
                    Installation.keytool(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=Plenum",
                    "-validity",
                    "825",
                    "-ext",
                    "san=" + String.join(",", names),
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    unfinished.toString(),
                    "-storepass:env",
                    "PLENUM_KEYSTORE_PASSWORD")));
            keytool.environment().put("PLENUM_KEYSTORE_PASSWORD", password);
            Commands.require(keytool, keyStore.resolveSibling("keytool.log"));
            Files.move(unfinished, keyStore, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartFailure(
                    "The certificate for HTTPS cannot be written to " + keyStore + " (" + e.getMessage() + ").", e);
        }
    }

    private boolean isGoodFor(Set<String> names) {
        if (!Files.exists(keyStore)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store.getCertificate(ALIAS) instanceof X509Certificate certificate
                    && certificate
                            .getNotAfter()
                            .toInstant()
                            .isAfter(Instant.now().plus(RENEWED_BEFORE_END))
                    && alternativeNames(certificate).containsAll(names);
        } catch (IOException | GeneralSecurityException e) {
            // unreadable is as good as none: it is only a cache of what we can make again
            return false;
        }
    }

    private static Set<String> alternativeNames(X509Certificate certificate) throws GeneralSecurityException {
        Set<String> names = new TreeSet<>();
        Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
        if (entries != null) {
            // RFC 5280, section 4.2.1.6: 2 is a DNS name, 7 an IP address
            entries.forEach(entry -> names.add((entry.getFirst().equals(2) ? "dns:" : "ip:") + entry.get(1)));
        }
        return names;
    }

    private void store(PemKeyPair pair) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, pair.key(), password.toCharArray(), pair.chain());
            Path unfinished = keyStore.resolveSibling("plenum.p12.new");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                store.store(out, password.toCharArray());
            }
            Files.move(unfinished, keyStore, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(
                    "PLENUM_TLS_CERTIFICATE and PLENUM_TLS_KEY cannot be used together (" + e.getMessage()
                            + "). Does the key belong to the first certificate of the file?",
                    e);
        }
    }
}
