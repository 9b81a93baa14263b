package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about raised hands and reactions. */
public interface ReactionMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** Raises or lowers one's own hand. */
    @Needs(Permission.TALK)
    @Rate(burst = 12, perMinute = 120)
    record RaiseHand(boolean raised) implements Ask {}

    /** Moderation: lowers somebody's hand. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 60, perMinute = 240)
    record LowerHand(String participant) implements Ask {}

    /** Moderation: lowers all hands. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 5, perMinute = 30)
    record LowerAllHands() implements Ask {}

    /**
     * Shows everybody a feeling for a moment.
     *
     * @param reaction absent in an encrypted meeting
     * @param sealed the reaction's name, in an encrypted meeting
     */
    @Needs(Permission.TALK)
    @Rate(burst = 20, perMinute = 240)
    record React(
            @Nullable Reaction reaction,
            @Most(200) @Nullable String sealed) implements Ask {}

    /** All raised hands, in the order of raising. */
    record Hands(List<Hand> hands) implements Told {}

    /** A hand went up, or down: then without a time. */
    record HandChanged(String participant, @Nullable Long since) implements Told {}

    /** A participant's reaction, as in {@link React}. */
    record Reacted(
            String participant,
            @Nullable Reaction reaction,
            @Nullable String sealed) implements Told {}

    /** A raised hand; {@code since} in milliseconds since 1970 (UTC). */
    record Hand(String participant, long since) {}
}
