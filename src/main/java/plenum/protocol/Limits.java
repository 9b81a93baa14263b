package plenum.protocol;

/**
 * The limits of this server.
 *
 * @param slots number of slots with video
 * @param audioSlots number of audio-only slots after them
 * @param resumeSeconds grace time of the resume token
 */
public record Limits(int slots, int audioSlots, int resumeSeconds) {}
