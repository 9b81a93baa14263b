package plenum.conference;

/**
 * The rules that hold in all conferences of a server, whatever their moderators set. Called in mailboxes; implementations must not block.
 */
public interface HouseRules {
    /** False until they were read once: no stranger comes in before that. */
    boolean areKnown();

    /** Whether people without an account wait in the lobby, even where there is none. */
    boolean guestsOnlyByLobby();

    /** Most people in a meeting. */
    int places();
}
