package plenum.mediaserver.webrtc;

import static plenum.mediaserver.webrtc.OnLoop.on;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.UdpPort;

/** A publisher and a viewer who get on with one another, whatever somebody else does meanwhile. */
final class RunningCall implements AutoCloseable {
    static final String VP8 = "96 VP8";

    final List<String> news = new CopyOnWriteArrayList<>();
    final WebRtcEngine engine;
    final EventLoop loop;
    final Member publisher;
    final Member viewer;
    private final EventLoops clientLoops = new EventLoops(1);
    private final List<UdpPort> ports = new ArrayList<>();
    private int frames;

    record Member(JavaBrowser browser, WebRtcPeer peer, InetSocketAddress server) {}

    /** @param way from the server's address to what the publisher sends to instead */
    RunningCall(UnaryOperator<InetSocketAddress> way) {
        try {
            engine = WebRtcEngine.start(WebRtcSettings.loopback().withLoops(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loop = engine.loops().getFirst();
        publisher = connect("publisher", "sendonly", way);
        viewer = connect("viewer", "recvonly", UnaryOperator.identity());
        on(loop, () -> {
            viewer.peer.receiveFrom(MediaKind.VIDEO, publisher.peer.source(MediaKind.VIDEO));
            return null;
        });
        goesOn();
    }

    EventLoop clients() {
        return clientLoops.all().getFirst();
    }

    private Member connect(String name, String direction, UnaryOperator<InetSocketAddress> way) {
        UdpPort port = openPort();
        JavaBrowser browser = on(clients(), () -> new JavaBrowser(port));
        String offer = browser.offer(direction, browser.fingerprint(), VP8);
        WebRtcPeer peer = on(loop, () -> engine.create(loop, new RecordingListener(name, news)));
        String answer = on(loop, () -> peer.processOffer(offer));
        InetSocketAddress server = address(answer);
        InetSocketAddress through = way.apply(server);
        on(clients(), () -> {
            browser.take(answer, through);
            return null;
        });
        Awaitility.await().until(() -> browser.secured);
        return new Member(browser, peer, server);
    }

    private UdpPort openPort() {
        try {
            UdpPort port = UdpPort.open(
                    clientLoops.all().getFirst(), new PeerDirectory(), InetAddress.getLoopbackAddress(), 0, 0);
            ports.add(port);
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address(String answer) {
        Matcher matcher = Pattern.compile("udp \\d+ (\\S+) (\\d+) typ host").matcher(answer);
        if (!matcher.find()) {
            throw new AssertionError(answer);
        }
        return new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /** Fails when no frame that is sent from now on comes to the viewer; one that finds a full socket may be lost. */
    void goesOn() {
        goesOn(frames == 0);
    }

    /** @param key whether each of the frames can be shown by itself */
    void goesOn(boolean key) {
        int first = frames;
        Awaitility.await()
                .until(() -> on(clients(), () -> {
                    publisher.browser.sendFrame(frames++, key, false);
                    return viewer.browser.received.values().stream().anyMatch(number -> number >= first);
                }));
    }

    @Override
    public void close() {
        ports.forEach(UdpPort::close);
        clientLoops.close();
        engine.close();
    }
}
