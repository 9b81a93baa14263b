package plenum.signaling;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.protocol.ClientMessage;
import plenum.protocol.Decoding;
import plenum.protocol.Failed;
import plenum.protocol.ProtocolCodec;
import plenum.protocol.Rate;
import plenum.protocol.WireNames;
import plenum.socket.MessageFamily;
import plenum.socket.RateLimit;

/** The family of messages between a meeting's tab and the server. Its constructor fails when a message declares no rate. */
final class TabMessages implements MessageFamily<ClientMessage> {
    private static final Logger log = LoggerFactory.getLogger(TabMessages.class);

    private final ProtocolCodec codec;
    private final Map<Class<?>, RateLimit.Rate> rates =
            ClientMessage.types().collect(Collectors.toUnmodifiableMap(type -> type, TabMessages::declared));

    TabMessages(ProtocolCodec codec) {
        this.codec = codec;
    }

    @Override
    public Optional<ClientMessage> read(String text) {
        return switch (codec.decode(text)) {
            case Decoding.Decoded(ClientMessage message) -> Optional.of(message);
            case Decoding.Malformed malformed -> {
                log.debug("a malformed frame: {}", malformed.reason());
                yield Optional.empty();
            }
        };
    }

    @Override
    public RateLimit.Rate rateOf(Class<?> message) {
        RateLimit.Rate rate = rates.get(message);
        if (rate == null) {
            throw new IllegalArgumentException(message + " is no message");
        }
        return rate;
    }

    @Override
    public String unreadable() {
        return failed(Failed.Code.MALFORMED, null);
    }

    @Override
    public String tooOften(Optional<ClientMessage> message) {
        return failed(
                Failed.Code.THROTTLED,
                message.map(said -> WireNames.of(said.getClass())).orElse(null));
    }

    private String failed(Failed.Code code, @Nullable String about) {
        return codec.encode(new Failed(code, about));
    }

    private static RateLimit.Rate declared(Class<?> message) {
        Rate rate = message.getAnnotation(Rate.class);
        if (rate == null) {
            throw new IllegalStateException(message + " declares no rate");
        }
        return RateLimit.Rate.perMinute(rate.burst(), rate.perMinute());
    }
}
