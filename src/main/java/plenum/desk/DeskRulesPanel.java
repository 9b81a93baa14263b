package plenum.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.meeting.MeetingPassword;
import plenum.protocol.DoorMessages;
import plenum.protocol.ModerationMessages;
import plenum.protocol.RoomSwitch;

/** The rules of the room, one switch at a time, and its password. */
@Named("deskRules")
@RequestScoped
@NullUnmarked
public class DeskRulesPanel {
    @Inject
    DeskPage page;

    private @Nullable String password;

    /** By the names of the switches; putting a value turns the switch. */
    public Map<String, Boolean> getSwitches() {
        return new Switches(page);
    }

    public boolean isPasswordSet() {
        return page.view().password();
    }

    public void setPassword() {
        String typed = Optional.ofNullable(password).map(String::strip).orElse("");
        if (!typed.isEmpty() && page.say(new DoorMessages.SetPassword(typed))) {
            password = null;
        }
    }

    public void clearPassword() {
        page.say(new DoorMessages.SetPassword(null));
    }

    /** Never sent back to the browser. */
    public @Nullable String getTyped() {
        return null;
    }

    public void setTyped(@Nullable String typed) {
        this.password = typed;
    }

    public int getLongestPassword() {
        return MeetingPassword.LONGEST;
    }

    private static final class Switches extends AbstractMap<String, Boolean> {
        private final DeskPage page;

        Switches(DeskPage page) {
            this.page = page;
        }

        @Override
        public Boolean get(Object name) {
            return page.view().rules().contains(which(name));
        }

        @Override
        public Boolean put(String name, Boolean on) {
            Boolean before = get(name);
            page.say(new ModerationMessages.SetSwitch(which(name), on));
            return before;
        }

        @Override
        public boolean containsKey(Object name) {
            return true;
        }

        /** Nothing of a page goes through all switches. */
        @Override
        public Set<Entry<String, Boolean>> entrySet() {
            return Set.of();
        }

        private static RoomSwitch which(Object name) {
            return RoomSwitch.valueOf(
                    String.valueOf(name).toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
