package plenum.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import plenum.e2e.PlenumProcess;

/** The Plenum that attacks share, and the bystanders in it; both end with the test process. */
final class Scene {
    /** How much harder than the build does it, where that makes a difference. */
    static final int FORCE = Integer.getInteger("plenum.attack.force", 1);

    private static final int FIRST_VISITS = 150;
    /** Who come first; each address may open a few hundred sockets before others have to wait. */
    private static final int FIRST_VISITORS = 5;

    private static Scene shared;

    private final PlenumProcess plenum;
    private final Bystanders bystanders;

    private Scene() {
        plenum = PlenumProcess.start("attack", Map.of());
        bystanders = Bystanders.meetAt(site());
    }

    static synchronized Scene shared() {
        if (shared == null) {
            shared = new Scene();
            shared.warmUp();
        }
        return shared;
    }

    /** A server answers its first requests and sockets slowly, whoever asks: what is measured later is none of that. */
    private void warmUp() {
        for (int i = 0; i < FIRST_VISITORS; i++) {
            try (Stranger visitor = stranger("127.0.2." + (200 + i))) {
                for (int visit = 0; visit < FIRST_VISITS; visit++) {
                    visitor.get("/help");
                    visitor.get("/health");
                    visitor.upgrade("abcdefghijklmnopqr").close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    URI site() {
        return plenum.url();
    }

    PlenumProcess plenum() {
        return plenum;
    }

    Bystanders bystanders() {
        return bystanders;
    }

    /** Somebody at an address that no other attack uses. */
    Stranger stranger(String address) {
        return new Stranger(site(), address);
    }
}
