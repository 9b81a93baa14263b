package plenum.mediaserver.object;

import java.util.Optional;

/** The error codes of the protocol: JSON-RPC's own and Kurento's, whose names are the {@code type} that goes with them. */
public enum ErrorCode {
    PARAMETER_MISSING(-32000),
    INVALID_REQUEST(-32600),
    METHOD_NOT_FOUND(-32601),
    INTERNAL_ERROR(-32603),

    MARSHALL_ERROR(40001),
    CONNECT_ERROR(40004),
    INVALID_SESSION(40007),
    MALFORMED_TRANSACTION(40008),
    NOT_ENOUGH_RESOURCES(40009),
    MEDIA_OBJECT_NOT_FOUND(40101),
    MEDIA_OBJECT_EVENT_NOT_SUPPORTED(40106),
    MEDIA_OBJECT_ILLEGAL_PARAM_ERROR(40107),
    MEDIA_OBJECT_NOT_AVAILABLE(40108),
    MEDIA_OBJECT_TAG_KEY_NOT_FOUND(40110),
    MEDIA_OBJECT_OPERATION_NOT_SUPPORTED(40111),
    SDP_PARSE_ERROR(40201),
    SDP_END_POINT_NO_LOCAL_SDP_ERROR(40202),
    SDP_END_POINT_NO_REMOTE_SDP_ERROR(40203),
    SDP_END_POINT_ALREADY_NEGOTIATED(40208),
    SDP_END_POINT_NOT_OFFER_GENERATED(40209),
    /** Spelt as on the wire. */
    SDP_END_POINT_ANSWER_ALREADY_PROCCESED(40210),
    ICE_GATHER_CANDIDATES_ERROR(40400),
    /** No kmd of that name; the wire has no word for it. */
    UNDEFINED(40500);

    private static final int FIRST_OF_KURENTO = 40000;

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The value of {@code data.type}; only Kurento's own codes have one. */
    public Optional<String> type() {
        return number >= FIRST_OF_KURENTO ? Optional.of(name()) : Optional.empty();
    }
}
