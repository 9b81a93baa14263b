package plenum.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import plenum.protocol.ClientMessage;
import plenum.protocol.ModerationMessages;
import plenum.protocol.ReactionMessages;
import plenum.protocol.RoomSwitch;

/** The participants, and actions on one or several of them. The selection is kept by id. */
@Named("deskPeople")
@ViewScoped
@NullUnmarked
public class DeskPeoplePanel implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    DeskPage page;

    private transient List<DeskRow> selected = List.of();
    private transient DeskView shown;
    private transient List<DeskRow> rows = List.of();

    /** In the order of joining; the table sorts this list itself. */
    public List<DeskRow> getRows() {
        if (shown != page.view()) {
            shown = page.view();
            rows = new ArrayList<>(rowsOf(shown));
        }
        return rows;
    }

    private static List<DeskRow> rowsOf(DeskView view) {
        List<String> hands = view.people().stream()
                .filter(person -> person.hand().isPresent())
                .sorted(Comparator.comparing(person -> person.hand().orElse(Instant.MAX)))
                .map(DeskPerson::id)
                .toList();
        return view.people().stream()
                .map(person -> DeskRow.of(person, view, hands.indexOf(person.id())))
                .toList();
    }

    public int getCount() {
        return page.view().people().size();
    }

    /** Executes the action of a button on the selected people. */
    public void each(String act) {
        page.say(DeskActs.messages(act, ids()));
    }

    public void muteAll() {
        page.say(new ModerationMessages.MuteAll());
    }

    /** Nobody turns their own microphone on again until they may. */
    public void muteAllAndHold() {
        page.say(List.<ClientMessage>of(
                new ModerationMessages.SetSwitch(RoomSwitch.UNMUTE, false), new ModerationMessages.MuteAll()));
    }

    public void stopAllVideos() {
        page.say(new ModerationMessages.StopAllVideos());
    }

    public void lowerAllHands() {
        page.say(new ReactionMessages.LowerAllHands());
    }

    public void endMeeting() {
        page.say(new ModerationMessages.EndMeeting());
    }

    /** One who is spotlighted takes the place of another, so it is for one only. */
    public void spotlight() {
        ids().stream().limit(1).forEach(id -> page.say(new ModerationMessages.Spotlight(id)));
    }

    private List<String> ids() {
        return Stream.ofNullable(selected)
                .flatMap(List::stream)
                .map(DeskRow::id)
                .toList();
    }

    public List<DeskRow> getSelected() {
        return selected;
    }

    public void setSelected(List<DeskRow> selected) {
        this.selected = selected == null ? List.of() : new ArrayList<>(selected);
    }
}
