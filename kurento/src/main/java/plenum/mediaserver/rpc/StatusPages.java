package plenum.mediaserver.rpc;

import java.util.concurrent.CompletionStage;

/** The pages of status over plain HTTP, on the port of the protocol. */
public interface StatusPages {
    /** JSON for a load balancer; anybody may ask, so nothing secret is in it. Fails when the server cannot do its work. */
    CompletionStage<String> health();

    /** Metrics in Prometheus' text format, for those who may use the protocol. */
    CompletionStage<String> metrics();
}
