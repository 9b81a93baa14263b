package plenum.protocol;

import org.jspecify.annotations.Nullable;

/** The recording of a meeting, and who is in it. */
public interface RecordingMessages {

    /** What a tab says. */
    sealed interface Ask extends ClientMessage {}

    /** What the server says. */
    sealed interface Told extends ServerMessage {}

    /** How people and screens are laid out in the film. */
    enum RecordingLayout {
        SPEAKER,
        GRID,
        PRESENTATION
    }

    /** Whether somebody is in the film. */
    enum RecordingChoice {
        /** They have not said so yet. */
        ASKED,
        GIVEN,
        DECLINED
    }

    /** Why a recording is over. */
    enum RecordingEnd {
        STOPPED,
        /** It is as long as one may be. */
        LIMIT,
        /** It cannot be written any more. */
        FAILED
    }

    /** Why there is no recording. */
    enum RecordingRefusal {
        /** Whoever asks is not signed in, or not any more. */
        SIGN_IN,
        /** This server does not record. */
        OFF,
        /** There is one already. */
        RUNNING,
        /** The meeting is encrypted end to end: the server cannot see what it would record. */
        ENCRYPTED,
        /** There is no room for it on the server. */
        FULL,
        FAILED
    }

    /**
     * Moderation: begins a recording. It belongs to whoever is signed in.
     *
     * @param ticket from {@code POST /recording/ticket}, which says who that is
     */
    @Needs(Permission.MODERATE)
    @Rate(burst = 5, perMinute = 20)
    record StartRecording(@Most(100) String ticket, RecordingLayout layout) implements Ask {}

    /** Moderation: ends the recording; what was recorded is kept. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 5, perMinute = 20)
    record StopRecording() implements Ask {}

    /** Moderation: lays the film out in another way from now on. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 60)
    record ChooseRecordingLayout(RecordingLayout layout) implements Ask {}

    /** Says whether the sender wants to be in the film from now on. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 10, perMinute = 30)
    record ConsentToRecording(boolean given) implements Ask {}

    /**
     * The recording, as it concerns the receiver.
     *
     * @param seconds since it began, when the message was sent
     * @param secondsLeft until it ends by itself
     * @param by name of whoever began it
     * @param silence what not answering means: true for consent
     * @param secondsToAnswer until silence means that; 0: it does already, or nobody waits for an answer
     * @param end why the one before is over; null while there is one, or when there was none
     */
    record RecordingState(
            boolean on,
            int seconds,
            int secondsLeft,
            String by,
            RecordingLayout layout,
            RecordingChoice choice,
            boolean silence,
            int secondsToAnswer,
            @Nullable RecordingEnd end)
            implements Told {}

    /**
     * To whoever consents: a secret, by which they can take that back after the end.
     *
     * @param token is what the page {@code /consent} wants, in its fragment
     */
    record RecordingRight(String token) implements Told {}

    /** The receiver's recording did not begin. */
    record RecordingRefused(RecordingRefusal reason) implements Told {}

    /**
     * For moderators: how the recording is, every few seconds.
     *
     * @param megabytes that have been written
     * @param behind seconds that the film is behind the meeting
     * @param silent seconds since the last frame was written
     * @param roomMegabytes that are free on the server
     * @param trouble whether something is wrong
     * @param composing whether the composer works, which makes the film
     * @param consenting how many people are in the film
     * @param declining how many are not
     */
    record RecordingHealth(
            int megabytes,
            int behind,
            int silent,
            int roomMegabytes,
            boolean trouble,
            boolean composing,
            int consenting,
            int declining)
            implements Told {}
}
