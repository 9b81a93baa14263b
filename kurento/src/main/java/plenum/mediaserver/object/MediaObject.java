package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * An object that clients create, invoke and release by its id.
 *
 * <p>Life cycle: created on its home, registered (visible to clients from then on), unregistered, closed on its home. Everything but {@link
 * #id}, {@link #parent}, {@link #home} and {@link #remoteClass} may be used on its home only.
 */
public abstract class MediaObject {
    static final int MAX_TAGS = 1000;

    private final ObjectContext context;
    private final RemoteClass remoteClass;
    private final @Nullable MediaObject parent;
    private final Executor home;
    private final String id;
    private final Instant created;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private @Nullable String name;
    private boolean sendsTagsInEvents;

    /** An object with an id of its own, below its parent's. */
    protected MediaObject(ObjectContext context, RemoteClass remoteClass, @Nullable MediaObject parent, Executor home) {
        this(context, remoteClass, parent, home, newId(context, remoteClass, parent));
    }

    /** An object with a well-known id. */
    protected MediaObject(ObjectContext context, RemoteClass remoteClass, Executor home, String wellKnownId) {
        this(context, remoteClass, null, home, wellKnownId);
    }

    private MediaObject(
            ObjectContext context, RemoteClass remoteClass, @Nullable MediaObject parent, Executor home, String id) {
        this.context = context;
        this.remoteClass = remoteClass;
        this.parent = parent;
        this.home = home;
        this.id = id;
        this.created = context.clock().instant();
    }

    private static String newId(ObjectContext context, RemoteClass remoteClass, @Nullable MediaObject parent) {
        String own = context.uuids().get() + "_" + remoteClass.qualifiedName();
        return parent == null ? own : parent.id() + "/" + own;
    }

    public final String id() {
        return id;
    }

    public final RemoteClass remoteClass() {
        return remoteClass;
    }

    public final Optional<MediaObject> parent() {
        return Optional.ofNullable(parent);
    }

    /** Where this object lives. */
    public final Executor home() {
        return home;
    }

    /** Frees what the object holds. Called once, on its home, after its children's. */
    protected abstract void close();

    /** The object at the top of this one's branch that carries the media; null for what is outside of all pipelines. */
    protected @Nullable MediaObject pipelineObject() {
        return parent == null ? null : parent.pipelineObject();
    }

    protected final ObjectContext context() {
        return context;
    }

    List<MediaObject> children() {
        return context.registry().childrenOf(this);
    }

    int creationSeconds() {
        return Math.toIntExact(created.getEpochSecond());
    }

    String name() {
        return name == null ? id : name;
    }

    void rename(String newName) {
        name = newName;
    }

    boolean sendsTagsInEvents() {
        return sendsTagsInEvents;
    }

    void sendTagsInEvents(boolean send) {
        sendsTagsInEvents = send;
    }

    void addTag(String key, String value) {
        if (tags.size() >= MAX_TAGS && !tags.containsKey(key)) {
            throw new RequestRefused(
                    ErrorCode.MEDIA_OBJECT_ILLEGAL_PARAM_ERROR, "An object holds at most " + MAX_TAGS + " tags");
        }
        tags.put(key, value);
        tagged(key, value);
    }

    /** A tag was set: some mean something to us. */
    protected void tagged(String key, String value) {
        // most are the client's own notes
    }

    void removeTag(String key) {
        tag(key);
        tags.remove(key);
    }

    String tag(String key) {
        String value = tags.get(key);
        if (value == null) {
            throw new RequestRefused(ErrorCode.MEDIA_OBJECT_TAG_KEY_NOT_FOUND, "Tag key not found");
        }
        return value;
    }

    ArrayNode tags() {
        return KurentoJson.array(
                tags.entrySet(),
                tag -> KurentoJson.complex("Tag").put("key", tag.getKey()).put("value", tag.getValue()));
    }

    /** Publishes an event whose data carry its type. */
    protected final void emit(String type, ObjectNode data) {
        emitUntyped(type, data.put("type", type));
    }

    /** Publishes one of the events whose data do not carry their type, or carry another. */
    protected final void emitUntyped(String type, ObjectNode data) {
        data.put("source", id);
        data.set("tags", sendsTagsInEvents ? tags() : KurentoJson.array(List.<String>of(), KurentoJson::text));
        data.put("timestampMillis", Long.toString(context.clock().millis()));
        context.subscriptions().publish(new MediaEvent(id, type, data));
    }
}
