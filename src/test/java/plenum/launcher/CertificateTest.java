package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class CertificateTest {

    @TempDir
    Path folder;

    @Test
    void makesOneForLocalhostAndThePublicName() throws Exception {
        X509Certificate made = own("https://meet.example.org");

        assertThat(made.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1", "meet.example.org");
    }

    @Test
    void keepsItAcrossStartsAndReplacesItWhenANameIsMissing() throws Exception {
        X509Certificate first = own("https://one.example.org");

        assertThat(own("https://one.example.org")).isEqualTo(first);
        assertThat(own("https://two.example.org")).isNotEqualTo(first);
    }

    @Test
    void servesTheOperatorsCertificate() throws Exception {
        X509Certificate own = own("https://meet.example.org");
        KeyStore store = load(Certificate.prepare(folder, settings(Map.of())));
        Path chain = pem("chain.pem", "CERTIFICATE", own.getEncoded());
        Path key = pem("key.pem", "PRIVATE KEY", privateKey(store));

        Certificate taken = Certificate.prepare(
                folder, settings(Map.of("PLENUM_TLS_CERTIFICATE", chain.toString(), "PLENUM_TLS_KEY", key.toString())));

        assertThat(load(taken).getCertificate("plenum")).isEqualTo(own);
    }

    @Test
    void saysWhatIsWrongWithAKey() throws Exception {
        Path chain =
                pem("chain.pem", "CERTIFICATE", own("https://a.example.org").getEncoded());
        Path key = pem("key.pem", "EC PRIVATE KEY", new byte[] {1});

        assertThatThrownBy(() -> Certificate.prepare(
                        folder,
                        settings(Map.of("PLENUM_TLS_CERTIFICATE", chain.toString(), "PLENUM_TLS_KEY", key.toString()))))
                .hasMessageContaining("PLENUM_TLS_KEY")
                .hasMessageContaining("openssl pkcs8");
    }

    private X509Certificate own(String publicUrl) throws Exception {
        Certificate certificate = Certificate.prepare(folder, settings(Map.of("PLENUM_PUBLIC_URL", publicUrl)));
        return (X509Certificate) load(certificate).getCertificate("plenum");
    }

    private byte[] privateKey(KeyStore store) throws Exception {
        char[] password = Files.readString(folder.resolve("password")).strip().toCharArray();
        return store.getKey("plenum", password).getEncoded();
    }

    private Path pem(String name, String kind, byte[] der) throws Exception {
        String body = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private static KeyStore load(Certificate certificate) throws Exception {
        return KeyStore.getInstance(
                certificate.keyStore().toFile(), certificate.password().toCharArray());
    }

    private static LauncherSettings settings(Map<String, String> environment) {
        return new LauncherSettingsReader(new HashMap<>(environment), Path.of("/"), Path.of("/data")).read();
    }
}
