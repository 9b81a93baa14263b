package plenum.calendar;

import java.util.Set;

/** What somebody may do with a calendar. This is the one table of it: pages, files and CalDAV ask here. From the least to the most. */
public enum Access {
    /** Sees when its owner is busy, and nothing else. */
    BUSY(Act.SEE_BUSY),
    READ(Act.SEE_BUSY, Act.READ),
    WRITE(Act.SEE_BUSY, Act.READ, Act.CHANGE),
    /** Stands in for the owner: answers invitations in their name, too. */
    DELEGATE(Act.SEE_BUSY, Act.READ, Act.SEE_HIDDEN, Act.CHANGE, Act.ANSWER),
    OWN(Act.SEE_BUSY, Act.READ, Act.SEE_HIDDEN, Act.CHANGE, Act.ANSWER, Act.MANAGE);

    private final Set<Act> acts;

    /** What can be done with a calendar. */
    public enum Act {
        SEE_BUSY,
        READ,
        /** Reads what its owner hides from those who may read. */
        SEE_HIDDEN,
        /** Makes, changes and deletes events; mail about them is in the owner's name. */
        CHANGE,
        /** Sees invitations of its owner and answers them. */
        ANSWER,
        /** Renames and deletes it, and says who sees it. */
        MANAGE
    }

    Access(Act... acts) {
        this.acts = Set.of(acts);
    }

    public boolean may(Act act) {
        return acts.contains(act);
    }
}
