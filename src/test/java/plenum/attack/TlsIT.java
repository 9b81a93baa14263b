package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a server offers decides what somebody between it and a browser can talk both into. */
@Tag("attack")
class TlsIT {
    private final Scene scene = Scene.shared();

    @Test
    void offersTls13() throws Exception {
        assertThat(handshake("TLSv1.3", "TLS_AES_128_GCM_SHA256")).isEqualTo("TLS_AES_128_GCM_SHA256");
    }

    @Test
    void takesNoCiphersWithoutAuthentication() throws Exception {
        String authenticated = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
        assertThat(handshake("TLSv1.2", authenticated, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .endsWith("GCM_SHA256");
        assertThatThrownBy(() -> handshake(
                        "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    /** The cipher suite that is agreed on. */
    private String handshake(String version, String... suites) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustingEverybody()}, new SecureRandom());
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("localhost", scene.plenum().httpsPort())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setEnabledCipherSuites(suites);
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    /** The certificate is one of its own, made at the first start. */
    private static final class TrustingEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
