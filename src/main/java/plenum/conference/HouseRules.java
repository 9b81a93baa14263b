package plenum.conference;

/** What holds in all conferences of a server, whatever their moderators say. Asked in mailboxes: must not block. */
public interface HouseRules {
    /** False until they were read once: no stranger comes in before that. */
    boolean areKnown();

    /** Whether people without an account wait in the lobby, even where there is none. */
    boolean guestsOnlyByLobby();

    /** Most people in a meeting. */
    int places();
}
