package plenum.mediaserver.element;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.object.Arguments;
import plenum.mediaserver.object.Catalog;
import plenum.mediaserver.object.Factory;
import plenum.mediaserver.object.Factory.Creation;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.ValueType;
import plenum.mediaserver.record.Recorders;
import plenum.mediaserver.uri.MediaLocations;
import plenum.mediaserver.webrtc.PlainPeers;
import plenum.mediaserver.webrtc.WebRtcPeers;

/** The table of classes that clients can create. Any other is answered with {@code Factory 'X' not found}. */
public final class ElementCatalog implements Catalog {
    private static final Parameter<MediaPipeline> PIPELINE =
            Parameter.required("mediaPipeline", ValueType.reference("MediaPipeline", MediaPipeline.class));
    private static final Parameter<Boolean> RECEIVE_ONLY = Parameter.optional("recvonly", ValueType.BOOLEAN, false);
    private static final Parameter<Boolean> SEND_ONLY = Parameter.optional("sendonly", ValueType.BOOLEAN, false);
    private static final Parameter<Boolean> DATA_CHANNELS =
            Parameter.optional("useDataChannels", ValueType.BOOLEAN, false);
    private static final Parameter<String> KEY_TYPE =
            Parameter.optional("certificateKeyType", ValueType.oneOf("CertificateKeyType", List.of("RSA", "ECDSA")));
    private static final Parameter<String> DSCP = Parameter.optional("qosDscp", ValueType.STRING);

    private static final Parameter<PlainPeers.Protection> CRYPTO =
            Parameter.optional("crypto", RtpEndpoint.SDES, PlainPeers.Protection.NONE);
    private static final Parameter<Boolean> IPV6 = Parameter.optional("useIpv6", ValueType.BOOLEAN, false);
    private static final Parameter<Hub> HUB = Parameter.required("hub", ValueType.reference("Hub", Hub.class));
    private static final Parameter<Boolean> ENCODED = Parameter.optional("useEncodedMedia", ValueType.BOOLEAN, false);
    private static final Parameter<Integer> CACHE = Parameter.optional("networkCache", ValueType.INT);
    private static final Parameter<String> URI = Parameter.required("uri", ValueType.STRING);
    private static final Parameter<MediaProfile> PROFILE =
            Parameter.optional("mediaProfile", MediaProfile.TYPE, MediaProfile.WEBM);
    private static final Parameter<Boolean> STOP_AT_END =
            Parameter.optional("stopOnEndOfStream", ValueType.BOOLEAN, false);

    private final Map<String, Factory> byName;

    /**
     * @param plain makes ends of plain RTP; empty where the operator has not opened ports for it
     * @param locations where clients may have media read from
     */
    public ElementCatalog(
            ObjectContext context,
            WebRtcPeers peers,
            Optional<PlainPeers> plain,
            Recorders recorders,
            MediaLocations locations) {
        List<Factory> factories = new ArrayList<>(List.of(
                new Factory(MediaPipeline.MEDIA_PIPELINE, List.of(), given -> {
                    EventLoop loop = peers.assignLoop();
                    return new Creation(loop, () -> new MediaPipeline(context, loop));
                }),
                new Factory(
                        WebRtcEndpointInterface.WEB_RTC_ENDPOINT,
                        List.of(PIPELINE, RECEIVE_ONLY, SEND_ONLY, DATA_CHANNELS, KEY_TYPE, DSCP),
                        given -> {
                            MediaPipeline pipeline = given.get(PIPELINE);
                            WebRtcEndpoint.Wanted wanted = new WebRtcEndpoint.Wanted(
                                    given.get(RECEIVE_ONLY), given.get(SEND_ONLY), given.get(DATA_CHANNELS));
                            return new Creation(
                                    pipeline.loop(), () -> new WebRtcEndpoint(context, pipeline, peers, wanted));
                        }),
                new Factory(RecorderEndpoint.RECORDER_ENDPOINT, List.of(PIPELINE, URI, PROFILE, STOP_AT_END), given -> {
                    MediaPipeline pipeline = given.get(PIPELINE);
                    Set<MediaKind> kinds = given.get(PROFILE).kinds();
                    return new Creation(
                            pipeline.loop(),
                            () -> new RecorderEndpoint(context, pipeline, recorders, given.get(URI), kinds));
                }),
                new Factory(PlayerEndpoint.PLAYER_ENDPOINT, List.of(PIPELINE, URI, ENCODED, CACHE), given -> {
                    MediaPipeline pipeline = given.get(PIPELINE);
                    return new Creation(
                            pipeline.loop(),
                            () -> new PlayerEndpoint(context, pipeline, peers, locations, given.get(URI)));
                }),
                new Factory(
                        Dispatcher.DISPATCHER, List.of(PIPELINE), below(pipeline -> new Dispatcher(context, pipeline))),
                new Factory(
                        DispatcherOneToMany.DISPATCHER_ONE_TO_MANY,
                        List.of(PIPELINE),
                        below(pipeline -> new DispatcherOneToMany(context, pipeline))),
                new Factory(HubPort.HUB_PORT, List.of(HUB), given -> {
                    Hub hub = given.get(HUB);
                    return new Creation(hub.home(), () -> new HubPort(context, hub));
                }),
                new Factory(
                        PassThrough.PASS_THROUGH,
                        List.of(PIPELINE),
                        below(pipeline -> new PassThrough(context, pipeline)))));
        plain.ifPresent(
                ends -> factories.add(new Factory(RtpEndpoint.RTP_ENDPOINT, List.of(PIPELINE, CRYPTO, IPV6), given -> {
                    MediaPipeline pipeline = given.get(PIPELINE);
                    return new Creation(
                            pipeline.loop(), () -> new RtpEndpoint(context, pipeline, ends, given.get(CRYPTO)));
                })));
        byName = factories.stream()
                .collect(Collectors.toMap(
                        factory -> factory.remoteClass().name(), Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static Function<Arguments, Creation> below(Function<MediaPipeline, MediaObject> constructor) {
        return given -> {
            MediaPipeline pipeline = given.get(PIPELINE);
            return new Creation(pipeline.loop(), () -> constructor.apply(pipeline));
        };
    }

    @Override
    public Optional<Factory> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Factory> factories() {
        return byName.values();
    }
}
