package plenum.attack;

import java.net.URI;
import java.util.Map;
import plenum.e2e.PlenumProcess;

/** The Plenum that attacks share, and the bystanders in it; both end with the test process. */
final class Scene {
    /** How much harder than the build does it, where that makes a difference. */
    static final int FORCE = Integer.getInteger("plenum.attack.force", 1);

    private static final int FIRST_VISITS = 150;

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

    /** A server answers its first requests slowly, whoever asks: what is measured later is none of that. */
    private void warmUp() {
        try (Stranger visitor = stranger("127.0.2.200")) {
            for (int i = 0; i < FIRST_VISITS; i++) {
                visitor.get("/help");
                visitor.get("/health");
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
