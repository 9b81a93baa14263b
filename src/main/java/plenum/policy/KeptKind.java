package plenum.policy;

import java.time.Duration;
import java.util.function.Function;
import plenum.platform.Settings;

/** A kind of data that is deleted when it is old enough. */
public enum KeptKind {
    /** Chat messages, polls and raised hands. */
    TALK(settings -> settings.talk().kept()),
    /** The attendance of meetings. */
    ATTENDANCE(settings -> settings.services().kept().attendance()),
    /** The audit log. */
    AUDIT(settings -> settings.services().kept().audit()),
    /** Meetings that nobody comes to. */
    MEETINGS(settings -> settings.services().kept().meetings()),
    /** Films of meetings, from the end of the meeting on. */
    RECORDINGS(settings -> Duration.ZERO);

    private final Function<Settings, Duration> configured;

    KeptKind(Function<Settings, Duration> configured) {
        this.configured = configured;
    }

    /** How long it is kept where no policy says otherwise; zero: for as long as what it belongs to. */
    public Duration in(Settings settings) {
        return configured.apply(settings);
    }
}
