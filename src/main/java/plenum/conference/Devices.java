package plenum.conference;

/**
 * The microphone and the camera of one participant: whether they are on, and what keeps them off. Nobody hears a microphone or sees a
 * camera that a rule or a moderator has turned off, whatever the browser sends. Belongs to the conference's mailbox.
 */
public final class Devices {
    private boolean microphone;
    private boolean camera;
    private boolean silenced;
    private boolean dimmed;
    private boolean muted;
    private boolean stopped;
    private boolean allowed;

    public boolean microphone() {
        return microphone;
    }

    public boolean camera() {
        return camera;
    }

    /** Turning a device on ends a moderator's mute of it. */
    public void set(boolean microphoneOn, boolean cameraOn) {
        microphone = microphoneOn;
        camera = cameraOn;
        silenced = silenced && !microphoneOn;
        dimmed = dimmed && !cameraOn;
        muted = muted && !microphoneOn;
        stopped = stopped && !cameraOn;
    }

    /** A rule turns the microphone off. */
    public void silence() {
        microphone = false;
        silenced = true;
        allowed = false;
    }

    /** A rule turns the camera off. */
    public void dim() {
        camera = false;
        dimmed = true;
        allowed = false;
    }

    /** A moderator turns the microphone off, and with it the sound of a screen. */
    public void mute() {
        silence();
        muted = true;
    }

    /** A moderator turns the camera off, and with it a screen. */
    public void stopVideo() {
        dim();
        stopped = true;
    }

    /** A moderator lets the participant turn devices on where others may not, and share a screen again. */
    public void allow() {
        allowed = true;
        muted = false;
        stopped = false;
    }

    /** Whether the microphone was turned off by a rule or a moderator. */
    public boolean isSilenced() {
        return silenced;
    }

    /** Whether the camera was turned off by a rule or a moderator. */
    public boolean isDimmed() {
        return dimmed;
    }

    /** Whether a moderator turned the microphone off. */
    public boolean isMuted() {
        return muted;
    }

    /** Whether a moderator turned the camera off. */
    public boolean isStopped() {
        return stopped;
    }

    public boolean isAllowed() {
        return allowed;
    }
}
