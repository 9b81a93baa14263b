package plenum.audit;

/** What can be done by a moderator, or by a rule in a moderator's place. */
public enum AuditAction {
    ADMIT,
    REFUSE,
    ADMIT_ALL,
    MUTE,
    MUTE_ALL,
    STOP_VIDEO,
    STOP_ALL_VIDEOS,
    ALLOW_DEVICES,
    PROMOTE,
    DEMOTE,
    REMOVE,
    REMOVE_AND_BLOCK,
    SWITCH_ON,
    SWITCH_OFF,
    SET_PASSWORD,
    SPOTLIGHT,
    REMOVE_MESSAGE,
    LOWER_HAND,
    LOWER_ALL_HANDS,
    CLOSE_POLL,
    DELETE_POLL,
    LEAD,
    STOP_LEADING,
    END_MEETING
}
