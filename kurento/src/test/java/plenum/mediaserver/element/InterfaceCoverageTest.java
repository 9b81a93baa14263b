package plenum.mediaserver.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kurento.client.KurentoObject;
import org.kurento.client.Transaction;
import plenum.mediaserver.object.RemoteClass;

/** Every operation and event that Kurento's client knows of a class that we offer is there. */
@Tag("element")
class InterfaceCoverageTest {
    private static final Map<RemoteClass, Class<? extends KurentoObject>> OFFERED = Map.ofEntries(
            Map.entry(ServerManager.SERVER_MANAGER, org.kurento.client.ServerManager.class),
            Map.entry(MediaPipeline.MEDIA_PIPELINE, org.kurento.client.MediaPipeline.class),
            Map.entry(PassThrough.PASS_THROUGH, org.kurento.client.PassThrough.class),
            Map.entry(RecorderEndpoint.RECORDER_ENDPOINT, org.kurento.client.RecorderEndpoint.class),
            Map.entry(PlayerEndpoint.PLAYER_ENDPOINT, org.kurento.client.PlayerEndpoint.class),
            Map.entry(HubPort.HUB_PORT, org.kurento.client.HubPort.class),
            Map.entry(Dispatcher.DISPATCHER, org.kurento.client.Dispatcher.class),
            Map.entry(DispatcherOneToMany.DISPATCHER_ONE_TO_MANY, org.kurento.client.DispatcherOneToMany.class),
            Map.entry(RtpEndpoint.RTP_ENDPOINT, org.kurento.client.RtpEndpoint.class),
            Map.entry(WebRtcEndpointInterface.WEB_RTC_ENDPOINT, org.kurento.client.WebRtcEndpoint.class));

    /** What the application calls: it would not start a meeting without one of them. */
    private static final List<String> OF_THE_APPLICATION = List.of(
            "processOffer",
            "generateOffer",
            "processAnswer",
            "gatherCandidates",
            "addIceCandidate",
            "connect",
            "disconnect",
            "setMaxVideoSendBandwidth",
            "setMaxVideoRecvBandwidth",
            "setMinVideoRecvBandwidth",
            "setMinVideoSendBandwidth",
            "setName",
            "addTag",
            "getTags",
            "getStats",
            "isMediaFlowingIn",
            "isMediaFlowingOut",
            "getConnectionState",
            "getMediaState",
            "requestKeyframe");

    static Stream<Map.Entry<RemoteClass, Class<? extends KurentoObject>>> offered() {
        return OFFERED.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("offered")
    void offersEveryOperation(Map.Entry<RemoteClass, Class<? extends KurentoObject>> offered) {
        Set<String> missing = new TreeSet<>();
        for (Method method : methods(offered.getValue())) {
            String name = method.getName();
            if (!name.endsWith("Listener")
                    && !name.equals("beginTransaction")
                    && offered.getKey().operations().find(name).isEmpty()) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("offered")
    void offersEveryEvent(Map.Entry<RemoteClass, Class<? extends KurentoObject>> offered) {
        Set<String> events = new TreeSet<>();
        for (Method method : methods(offered.getValue())) {
            String name = method.getName();
            if (name.startsWith("add") && name.endsWith("Listener")) {
                events.add(name.substring("add".length(), name.length() - "Listener".length()));
            }
        }
        assertThat(offered.getKey().events()).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void offersWhatTheApplicationCalls() {
        for (String operation : OF_THE_APPLICATION) {
            assertThat(WebRtcEndpointInterface.WEB_RTC_ENDPOINT.operations().find(operation))
                    .as(operation)
                    .isPresent();
        }
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != KurentoObject.class)
                .filter(method -> Arrays.stream(method.getParameterTypes())
                        .noneMatch(parameter -> parameter == Transaction.class
                                || parameter.getSimpleName().equals("Continuation")))
                .toList();
    }
}
