package plenum.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.protocol.TimerMessages;
import plenum.protocol.TimerMessages.TimerPart;
import plenum.protocol.TimerMessages.TimerState;

/** The meeting's timer: what runs, and the countdown or agenda that is being written. */
@Named("deskTimer")
@ViewScoped
@NullUnmarked
public class DeskTimerPanel implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;
    private static final int USUAL = 5;
    private static final int SECONDS = 60;

    @Inject
    DeskPage page;

    private final List<Line> lines = new ArrayList<>(List.of(new Line()));

    public void start() {
        page.say(new TimerMessages.TimerStart(
                lines.stream().map(line -> part(line, lines.size() > 1)).toList()));
    }

    /** A countdown needs no name; the parts of an agenda do, so that one without gets its number. */
    private TimerPart part(Line line, boolean named) {
        String name = line.name.isBlank() && named ? Integer.toString(lines.indexOf(line) + 1) : line.name.strip();
        return new TimerPart(name.isEmpty() ? null : name, Math.clamp(line.minutes, 1, 1440) * SECONDS);
    }

    public void pause() {
        page.say(new TimerMessages.TimerPause(true));
    }

    public void goOn() {
        page.say(new TimerMessages.TimerPause(false));
    }

    public void next() {
        page.say(new TimerMessages.TimerNext());
    }

    public void extend() {
        page.say(new TimerMessages.TimerExtend(SECONDS));
    }

    public void stop() {
        page.say(new TimerMessages.TimerStop());
    }

    public void add() {
        if (lines.size() < MOST) {
            lines.add(new Line());
        }
    }

    public void drop() {
        if (lines.size() > 1) {
            lines.removeLast();
        }
    }

    public boolean isThere() {
        return page.view().timer().isPresent();
    }

    public boolean isPaused() {
        return state().paused();
    }

    public boolean isOver() {
        return state().part() >= state().parts().size();
    }

    public boolean isMore() {
        return state().part() + 1 < state().parts().size();
    }

    /** Seconds of the current part. */
    public long getLeft() {
        return page.view()
                .timer()
                .map(timer -> timer.left(page.view().at()).toSeconds())
                .orElse(0L);
    }

    /** Of the current part; empty when it has none. */
    public String getPart() {
        TimerState state = state();
        String name = isOver() ? null : state.parts().get(state.part()).name();
        return name == null ? "" : name;
    }

    private TimerState state() {
        return page.view().timer().map(DeskView.TimerAt::state).orElseGet(() -> new TimerState(List.of(), 0, false, 0));
    }

    public List<Line> getLines() {
        return lines;
    }

    /** A part that is being written. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private String name = "";
        private int minutes = USUAL;

        public String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name == null ? "" : name;
        }

        public int getMinutes() {
            return minutes;
        }

        public void setMinutes(int minutes) {
            this.minutes = minutes;
        }
    }
}
