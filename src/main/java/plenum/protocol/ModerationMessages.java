package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages with which moderators act on participants and rules. */
public interface ModerationMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** Moderation: turns another participant's microphone off. They may turn it on again, where participants may. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 60, perMinute = 240)
    record Mute(String participant) implements Ask {}

    /** Moderation: turns the microphones of all who are not moderators off. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record MuteAll() implements Ask {}

    /** Moderation: turns another participant's camera off. They may turn it on again, where participants may. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 60, perMinute = 240)
    record StopVideo(String participant) implements Ask {}

    /** Moderation: turns the cameras of all who are not moderators off. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record StopAllVideos() implements Ask {}

    /** Moderation: lets one participant turn their devices on, where participants may not. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 60, perMinute = 240)
    record AllowDevices(String participant) implements Ask {}

    /** Moderation: makes somebody a moderator. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 30, perMinute = 120)
    record Promote(String participant) implements Ask {}

    /** Moderation: makes a moderator a participant. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 30, perMinute = 120)
    record Demote(String participant) implements Ask {}

    /** Moderation: removes somebody; with {@code block}, for good. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 60, perMinute = 240)
    record Remove(String participant, boolean block) implements Ask {}

    /** Moderation: turns something in the room on or off. One at a time, so that two moderators do not undo each other's. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 20, perMinute = 60)
    record SetSwitch(RoomSwitch which, boolean on) implements Ask {}

    /** Moderation: shows somebody large to everybody; null for nobody. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 30, perMinute = 120)
    record Spotlight(@Nullable String participant) implements Ask {}

    /** Moderation: keeps somebody large beside whoever speaks or shares, such as an interpreter of sign language; null for nobody. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 30, perMinute = 120)
    record KeepBeside(@Nullable String participant) implements Ask {}

    /** Moderation: begins or ends to lead everybody's view; who begins takes over from whoever led. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record Lead(boolean on) implements Ask {}

    /**
     * The view that everybody is to follow; from the one who leads only.
     *
     * @param layout name of a layout of the tab's
     * @param participant who is pinned; null for nobody
     * @param again whether those follow too who have chosen a view of their own since
     */
    @Needs(Permission.MODERATE)
    @Rate(burst = 60, perMinute = 240)
    record LeadView(String layout, @Nullable String participant, boolean again) implements Ask {}

    /** Moderation: ends the meeting for everybody. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 2, perMinute = 6)
    record EndMeeting() implements Ask {}

    /**
     * What holds in the room; the whole new state.
     *
     * @param on the switches that are on
     * @param password whether newcomers are asked for one
     * @param spotlight who is shown large to everybody; null for nobody
     * @param leader whose view everybody follows; null for nobody
     * @param beside who is kept large beside whoever speaks or shares; null for nobody
     */
    record RoomState(
            List<RoomSwitch> on,
            boolean password,
            @Nullable String spotlight,
            @Nullable String leader,
            @Nullable String beside)
            implements Told {}

    /** The leader's view; see {@link LeadView}. */
    record FollowView(String layout, @Nullable String participant, boolean again) implements Told {}

    /** A moderator turned the receiver's microphone off. */
    record Muted(String by) implements Told {}

    /** A moderator turned the receiver's camera off. */
    record VideoStopped(String by) implements Told {}

    /** A moderator lets the receiver turn their devices on. */
    record DevicesAllowed(String by) implements Told {}

    /**
     * What holds for the receiver's screen. Told when it changes, and after a welcome unless it is free.
     *
     * @param barrier why it may not be shared; null: it may
     * @param silent whether nobody hears its sound
     */
    record ShareRule(@Nullable ShareBarrier barrier, boolean silent) implements Told {}
}
