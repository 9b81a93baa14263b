package plenum.conference;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plenum.meeting.Role;

/** Something that may be allowed. Who holds it is decided here and nowhere else. */
public enum Permission {
    /** To ask to come in: only from outside. */
    ENTER(true),
    /** To measure the connection: anybody. */
    PROBE(true, Role.values()),
    /** To be here: one's own devices, tiles and leaving. */
    TAKE_PART(false, Role.values()),
    /** To show and say something. */
    PUBLISH(false, Role.values()),
    /** To decide who comes in. */
    KEEP_THE_DOOR(false, Role.CREATOR, Role.MODERATOR),
    /** To write, ask, vote, raise a hand and react. */
    TALK(false, Role.values()),
    /** To act on others. */
    MODERATE(false, Role.CREATOR, Role.MODERATOR);

    private final boolean outsiders;
    private final Set<Role> roles;

    Permission(boolean outsiders, Role... roles) {
        this.outsiders = outsiders;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    /** Whether somebody of the role holds it; empty: somebody who is not in the meeting. */
    public boolean isHeldBy(Optional<Role> role) {
        return role.map(roles::contains).orElse(outsiders);
    }
}
