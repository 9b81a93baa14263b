package plenum.mediaserver.object;

/** Finds the object that a request names. */
@FunctionalInterface
public interface ObjectLookup {
    /** The object, or {@link RequestRefused} with {@link ErrorCode#MEDIA_OBJECT_NOT_FOUND}. */
    MediaObject require(String objectId);
}
