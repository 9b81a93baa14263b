package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plenum.mediaserver.client.ClientPeer;
import plenum.mediaserver.client.ClientSdp;
import plenum.mediaserver.client.ClientSide;

/** A peer connection with a network between it and the server that loses and delays. */
abstract class BenchPeer extends ClientPeer {
    private final ClientSide side;
    private final Impairment network;
    private final Map<InetSocketAddress, ImpairmentRelay> relays = new ConcurrentHashMap<>();

    /** @param network what is between it and the server */
    BenchPeer(ClientSide side, Impairment network, ClientSdp.Media media) throws IOException {
        super(side, media);
        this.side = side;
        this.network = network;
    }

    @Override
    protected final InetSocketAddress way(InetSocketAddress address) {
        return network.isNone()
                ? address
                : relays.computeIfAbsent(
                                address, server -> new ImpairmentRelay(side.loop(), server, network, side.random()))
                        .address();
    }

    /** Datagrams that the server sent and the impaired network lost, until now. */
    long lostOnTheWay() {
        return relays.values().stream()
                .mapToLong(relay -> relay.lostOnTheWayDown().join())
                .sum();
    }

    /** Ends as a machine without power does: the server hears nothing more. Only where there is an impaired network to cut. */
    void vanish() {
        relays.values().forEach(ImpairmentRelay::close);
        close();
    }

    @Override
    public void close() {
        super.close();
        relays.values().forEach(ImpairmentRelay::close);
    }
}
