package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import plenum.mediaserver.object.Arguments;
import plenum.mediaserver.object.MediaObjectInterface;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.ValueType;

/** The operations of every media element. */
final class MediaElementInterface {
    private static final Parameter<MediaElement> SINK =
            Parameter.required("sink", ValueType.reference("MediaElement", MediaElement.class));
    private static final Parameter<MediaType> ANY_TYPE = Parameter.optional("mediaType", MediaType.TYPE);
    private static final Parameter<MediaType> ONE_TYPE = Parameter.required("mediaType", MediaType.TYPE);
    private static final Parameter<String> DESCRIPTION = Parameter.optional("description", ValueType.STRING);
    private static final Parameter<String> SOURCE_PAD =
            Parameter.optional("sourceMediaDescription", ValueType.STRING, Connection.DEFAULT_PAD);
    private static final Parameter<String> SINK_PAD =
            Parameter.optional("sinkMediaDescription", ValueType.STRING, Connection.DEFAULT_PAD);
    private static final Parameter<String> BIN = Parameter.optional("binName", ValueType.STRING, "default");
    private static final Parameter<ObjectNode> AUDIO_CAPS =
            Parameter.required("caps", ValueType.remembered("AudioCaps"));
    private static final Parameter<ObjectNode> VIDEO_CAPS =
            Parameter.required("caps", ValueType.remembered("VideoCaps"));

    private static final Set<String> EVENTS = Set.of(
            "ElementConnected",
            "ElementDisconnected",
            "MediaFlowInStateChanged",
            "MediaFlowOutStateChanged",
            "MediaTranscodingStateChanged");

    static final RemoteClass MEDIA_ELEMENT = MediaObjectInterface.MEDIA_OBJECT.extended(
            "MediaElement", "core", MediaElement.class, EVENTS, MediaElementInterface::describe);

    private MediaElementInterface() {}

    private static void describe(Operations.Table<MediaElement> operations) {
        describeConnections(operations);
        operations
                .answers("getStats", (self, given) -> self.stats(given.find(ANY_TYPE)), ANY_TYPE)
                .answers(
                        "isMediaFlowingIn",
                        (self, given) -> BooleanNode.valueOf(self.isFlowingIn(given.get(ONE_TYPE))),
                        ONE_TYPE,
                        SINK_PAD)
                .answers(
                        "isMediaFlowingOut",
                        (self, given) -> BooleanNode.valueOf(self.isFlowingOut(given.get(ONE_TYPE))),
                        ONE_TYPE,
                        SOURCE_PAD)
                .answers("isMediaTranscoding", (self, given) -> BooleanNode.FALSE, ONE_TYPE, BIN)
                .does("setAudioFormat", MediaElementInterface::forwardedAsItIs, AUDIO_CAPS)
                .does("setVideoFormat", MediaElementInterface::forwardedAsItIs, VIDEO_CAPS)
                .does("getGstreamerDot", (self, given) -> GstreamerDot.refuse(), GstreamerDot.DETAILS)
                .does("dumpGstreamerDot", (self, given) -> GstreamerDot.refuse(), GstreamerDot.DETAILS)
                .property(
                        "encoderBitrate",
                        ValueType.INT,
                        self -> self.encoderLimits().target(),
                        (self, bitrate) -> self.encoderLimits().target(bitrate))
                .property(
                        "minEncoderBitrate",
                        ValueType.INT,
                        self -> self.encoderLimits().minimum(),
                        (self, bitrate) -> self.encoderLimits().minimum(bitrate))
                .property(
                        "maxEncoderBitrate",
                        ValueType.INT,
                        self -> self.encoderLimits().maximum(),
                        (self, bitrate) -> self.encoderLimits().maximum(bitrate));
    }

    private static void describeConnections(Operations.Table<MediaElement> operations) {
        operations
                .does(
                        "connect",
                        (self, given) -> self.connect(
                                given.get(SINK), given.find(ANY_TYPE), given.get(SOURCE_PAD), given.get(SINK_PAD)),
                        SINK,
                        ANY_TYPE,
                        SOURCE_PAD,
                        SINK_PAD)
                .does(
                        "disconnect",
                        (self, given) -> self.disconnect(given.get(SINK), given.find(ANY_TYPE)),
                        SINK,
                        ANY_TYPE,
                        SOURCE_PAD,
                        SINK_PAD)
                .answers(
                        "getSourceConnections",
                        (self, given) -> self.sourceConnections(given.find(ANY_TYPE), given.find(DESCRIPTION)),
                        ANY_TYPE,
                        DESCRIPTION)
                .answers(
                        "getSinkConnections",
                        (self, given) -> self.sinkConnections(given.find(ANY_TYPE), given.find(DESCRIPTION)),
                        ANY_TYPE,
                        DESCRIPTION);
    }

    /** A wish for another format is taken, as the real server does, and changes nothing: nothing is transcoded here. */
    private static void forwardedAsItIs(MediaElement self, Arguments given) {}
}
