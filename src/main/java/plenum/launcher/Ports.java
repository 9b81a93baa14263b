package plenum.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds free TCP ports of this machine. */
public final class Ports {

    private Ports() {}

    /** A port of the loopback interface that nobody uses at the moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No free TCP port on this machine: " + e.getMessage(), e);
        }
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
