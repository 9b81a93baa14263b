package plenum.composer.timeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** A line of a timeline. Times are milliseconds since 1970; people and tracks have ids of the application's choice. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Began.class, name = "began"),
    @JsonSubTypes.Type(value = Event.Came.class, name = "came"),
    @JsonSubTypes.Type(value = Event.Went.class, name = "went"),
    @JsonSubTypes.Type(value = Event.Consent.class, name = "consent"),
    @JsonSubTypes.Type(value = Event.TrackBegan.class, name = "track-began"),
    @JsonSubTypes.Type(value = Event.TrackEnded.class, name = "track-ended"),
    @JsonSubTypes.Type(value = Event.Devices.class, name = "devices"),
    @JsonSubTypes.Type(value = Event.Spoke.class, name = "spoke"),
    @JsonSubTypes.Type(value = Event.LayoutChosen.class, name = "layout"),
    @JsonSubTypes.Type(value = Event.Chapter.class, name = "chapter"),
    @JsonSubTypes.Type(value = Event.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Event.Withdrawn.class, name = "withdrawn")
})
public sealed interface Event {
    long at();

    /** The recording begins. */
    record Began(long at, String name, Layout layout) implements Event {}

    /** Somebody is there, or is called something else. */
    record Came(long at, String person, String name) implements Event {}

    /** Somebody is not there any more. */
    record Went(long at, String person) implements Event {}

    /** Whether somebody may be in the film from now on. Nobody is who has not said so. */
    record Consent(long at, String person, boolean given) implements Event {}

    /** A track file of somebody's begins: {@code tracks/TRACK.mkv}. */
    record TrackBegan(long at, String track, String person, Source source) implements Event {}

    record TrackEnded(long at, String track) implements Event {}

    /** Whether somebody's sound may be heard and their camera seen. */
    record Devices(long at, String person, boolean sound, boolean picture) implements Event {}

    /** Who speaks most. */
    record Spoke(long at, @Nullable String person) implements Event {}

    record LayoutChosen(long at, Layout layout) implements Event {}

    /** @param person whom the title names; null for nobody */
    record Chapter(long at, String title, @Nullable String person) implements Event {}

    record Ended(long at) implements Event {}

    /** Somebody does not want to be in the film at all, whatever they said before. */
    record Withdrawn(long at, String person) implements Event {}
}
