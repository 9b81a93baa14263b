package plenum.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stores and reads the polls and votes of all meetings. Its methods block on the database. */
public interface Polls {
    /** Oldest first, drafts included. */
    List<Poll> of(UUID meeting);

    /** Empty when there is none in this meeting. */
    Optional<Poll> find(UUID meeting, UUID poll);

    /** Stores a draft, or takes the place of a draft with this id by the same author in the same meeting; false when the id is another's. */
    boolean save(Poll draft);

    Poll open(Poll poll);

    /** Ends the voting. Of an anonymous poll only the sums are kept: roll and ballots are deleted. */
    Poll close(Poll poll);

    void delete(Poll poll);

    /** Stores or changes a vote by name. Empty when the poll takes no votes any more. */
    Optional<Poll> vote(Poll poll, Voter voter, List<Integer> choices);

    /**
     * Puts a ballot into the box and its voter on the roll; or changes the ballot that has this secret. Empty when the poll takes no votes
     * any more, and when the voter is on the roll already but no ballot has the secret.
     */
    Optional<Poll> voteAnonymously(Poll poll, UUID voter, List<Integer> choices, String secret);

    /** By name, in no order. */
    List<Vote> votes(Poll poll);

    /** The options that a participant chose in polls by name, by poll. */
    Map<UUID, List<Integer>> choicesOf(UUID meeting, UUID voter);

    /** In which anonymous polls that are open a participant has voted. */
    Set<UUID> votedAnonymously(UUID meeting, UUID voter);

    /** Deletes polls that were created before, with their votes; returns how many. */
    int forget(Instant before);

    /** A vote by name. */
    record Voter(UUID id, String name) {}

    /** The chosen options. */
    record Vote(String name, List<Integer> choices) {}
}
