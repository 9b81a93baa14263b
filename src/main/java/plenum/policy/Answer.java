package plenum.policy;

import java.util.List;

/** The answer of {@link Policy} to a question. */
public sealed interface Answer {
    record Yes() implements Answer {}

    /**
     * @param plan name of the plan of whoever asked
     * @param others names of the plans that include it, where the reason is the plan
     */
    record No(Why why, String plan, List<String> others) implements Answer {}

    /** Why not; each says what it would take, too. */
    enum Why {
        /** This server has the part of the suite switched off; an admin can switch it on. */
        SWITCHED_OFF,
        /** Refused to guests; signing in would suffice. */
        GUEST,
        /** The plan does not include it; another plan would. */
        PLAN
    }

    default boolean isYes() {
        return this instanceof Yes;
    }
}
