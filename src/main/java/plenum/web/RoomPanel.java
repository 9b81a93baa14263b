package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.meeting.MeetingName;
import plenum.meeting.PersonalRooms;
import plenum.meeting.PersonalRooms.Room;
import plenum.meeting.RoomName;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.platform.SiteAddress;
import plenum.policy.Policy;

/** The personal room of whoever is signed in: its address, and the choice of its name. */
@Named
@RequestScoped
@NullUnmarked
public class RoomPanel {
    @Inject
    CurrentUser user;

    @Inject
    PersonalRooms rooms;

    @Inject
    Policy policy;

    @Inject
    SiteAddress site;

    @Inject
    Texts texts;

    private Optional<Room> room;
    private String name;
    private boolean saved;

    private Optional<Room> room() {
        if (room == null) {
            room = user.account().map(Account::id).flatMap(rooms::of);
        }
        return room;
    }

    /** A new one has a lobby: its name can be guessed. */
    public void choose() {
        Account owner = user.person().account();
        Optional<RoomName> wanted = RoomName.parse(name == null ? "" : name);
        if (wanted.isEmpty()) {
            refuse("meetings.room.bad");
        } else if (room().isEmpty() && !isAllowed()) {
            refuse("meetings.room.plan");
        } else if (rooms.choose(
                owner.id(), wanted.get(), title(owner), RoomRules.standard().with(RoomSwitch.LOBBY, true))) {
            saved = true;
            name = null;
        } else {
            refuse("meetings.room.taken");
        }
        room = null;
    }

    private MeetingName title(Account owner) {
        String text = new MessageFormat(texts.text("meetings.room.title"), owner.language())
                .format(new Object[] {owner.name().text()});
        return MeetingName.parse(text)
                .orElseGet(() -> new MeetingName(owner.name().text()));
    }

    private void refuse(String why) {
        texts.refuse("room:name", why);
    }

    /** Whether this person may make meetings at all. */
    public boolean isAllowed() {
        return policy.mayCreate(user.account()).isYes();
    }

    public boolean isThere() {
        return room().isPresent();
    }

    public boolean isSaved() {
        return saved;
    }

    /** As it is sent to others. */
    public String getAddress() {
        return room().map(mine -> site.page("/r/" + mine.name())).orElse("");
    }

    /** What stands before the name. */
    public String getBeginning() {
        return site.page("/r/");
    }

    public String getLetters() {
        return room().map(mine -> mine.letters().text()).orElse("");
    }

    public String getName() {
        return name == null ? room().map(mine -> mine.name().text()).orElse("") : name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
