package plenum.desk;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.protocol.BreakoutRoom;
import plenum.protocol.LinkPath;
import plenum.protocol.LinkQuality;
import plenum.protocol.MediaReach;
import plenum.protocol.MediaSource;
import plenum.protocol.SessionMessages.Participant;
import plenum.protocol.SessionMessages.Role;

/**
 * A row of the table of people.
 *
 * @param role key of its text
 * @param room name of the breakout room they are in; empty for the main room
 * @param hand place among the raised hands, from 1; 0 when theirs is down
 * @param spoken in seconds, since the desk was opened
 * @param link key of its text: {@code good}, {@code fair}, {@code poor}, {@code lost}, {@code blocked}, or {@code unknown}
 * @param mayMute whether something of theirs can be heard, and the reader may end that
 * @param mayStop likewise for what can be seen
 */
public record DeskRow(
        String id,
        String name,
        boolean self,
        boolean device,
        String role,
        String room,
        boolean microphone,
        boolean camera,
        boolean screen,
        int hand,
        long spoken,
        String link,
        boolean spotlight,
        boolean mayMute,
        boolean mayStop) {
    private static final int POOR_LOSS = 80;
    private static final int POOR_ROUND_TRIP = 800;
    private static final int FAIR_LOSS = 20;
    private static final int FAIR_ROUND_TRIP = 350;
    private static final int SECONDS = 60;

    /** @param hand place among the raised hands, from 0; -1 when theirs is down */
    static DeskRow of(DeskPerson person, DeskView view, int hand) {
        Participant participant = person.participant();
        boolean self = participant.id().equals(view.self());
        boolean screen = participant.publishing().contains(MediaSource.SCREEN);
        boolean moderates = participant.role() != Role.PARTICIPANT;
        return new DeskRow(
                participant.id(),
                participant.name(),
                self,
                participant.deviceOf() != null,
                participant.role().name().toLowerCase(Locale.ROOT),
                roomName(participant.room(), view),
                participant.microphone(),
                participant.camera(),
                screen,
                hand + 1,
                person.spoken().toSeconds(),
                participant.connected() ? link(participant.reach(), person.link()) : "lost",
                participant.id().equals(view.spotlight()),
                !self && (participant.microphone() || screen),
                !self && (participant.camera() || (screen && !moderates)));
    }

    private static String roomName(@Nullable String room, DeskView view) {
        return view.breakout().rooms().stream()
                .filter(one -> one.id().equals(room))
                .map(BreakoutRoom::name)
                .findFirst()
                .orElse("");
    }

    private static String link(MediaReach reach, Optional<LinkQuality> known) {
        if (reach != MediaReach.FINE) {
            return "blocked";
        }
        return known.filter(quality -> quality.path() != LinkPath.NONE)
                .map(DeskRow::grade)
                .orElse("unknown");
    }

    private static String grade(LinkQuality quality) {
        int lost = Math.max(quality.lostUp(), quality.lostDown());
        if (lost > POOR_LOSS || quality.roundTrip() > POOR_ROUND_TRIP) {
            return "poor";
        }
        return lost > FAIR_LOSS || quality.roundTrip() > FAIR_ROUND_TRIP ? "fair" : "good";
    }

    /** For the table's order: those who raised their hands first, in that order. */
    public int handOrder() {
        return hand == 0 ? Integer.MAX_VALUE : hand;
    }

    /** For the table's order: the worst first. */
    public int linkOrder() {
        return switch (link) {
            case "lost" -> 0;
            case "blocked" -> 1;
            case "poor" -> 2;
            case "fair" -> 3;
            case "good" -> 4;
            default -> 5;
        };
    }

    /** Minutes and seconds. */
    public String spokenText() {
        return spoken == 0 ? "" : "%d:%02d".formatted(spoken / SECONDS, spoken % SECONDS);
    }
}
