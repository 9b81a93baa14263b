package plenum.signaling;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import plenum.conference.PermissionTable;
import plenum.platform.Timers;
import plenum.protocol.ProtocolCodec;

/** What all connections share. */
record Reception(
        Entrance entrance,
        MessageRouter router,
        PermissionTable permissions,
        MessageRates rates,
        ProtocolCodec codec,
        Timers timers,
        InstantSource clock,
        Executor threads) {}
