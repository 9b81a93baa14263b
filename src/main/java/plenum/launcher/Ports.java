package plenum.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free TCP ports of this machine. */
public final class Ports {

    /** Below the ports that systems give to outgoing connections, which could take one before its server listens. */
    private static final int FIRST = 10_000;

    private static final int COUNT = 10_000;
    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port of the loopback interface that nobody uses at the moment; no port twice in the life of this process. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, FIRST + COUNT)
                .filter(port -> isFree("127.0.0.1", port) && GIVEN.add(port))
                .findFirst()
                .orElseThrow(() -> new StartFailure("No free TCP port on this machine from " + FIRST + " to "
                        + (FIRST + COUNT - 1) + ": name the ports in the settings."));
    }

    /** Whether a server could listen on this address and port now. */
    static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // as servers do: a connection of an earlier run that is still closing does not count
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (UnknownHostException e) {
            throw new StartFailure("\"" + address + "\" is no address of this machine.", e);
        } catch (IOException e) {
            return false;
        }
    }
}
