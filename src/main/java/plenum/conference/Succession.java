package plenum.conference;

import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Somebody has to moderate: whoever has been here longest, when nobody else does. Where others decide who comes in (a lobby, a lock, a password,
 * the wait for a moderator), a moderator who goes is succeeded all the same; but nobody comes to moderate there by a crash of the server or by a
 * resume token alone. Belongs to the conference's mailbox.
 */
final class Succession {
    private final People people;
    private final Room room;
    private final Moderation moderation;
    private final Duration grace;
    private final BiConsumer<Duration, Runnable> later;
    /** Somebody is being made a moderator: that has to be stored first. */
    private boolean underWay;

    private boolean over;

    /**
     * @param grace for how long a moderator may be on the way back after a restart of the server
     * @param later does something in the mailbox after a while
     */
    Succession(People people, Room room, Moderation moderation, Duration grace, BiConsumer<Duration, Runnable> later) {
        this.people = people;
        this.room = room;
        this.moderation = moderation;
        this.grace = grace;
        this.later = later;
    }

    /** @param newcomer whether they came in by the door, and not by a token of theirs */
    void cameIn(Participant participant, boolean newcomer) {
        if (isModerated()) {
            return;
        }
        if (!newcomer) {
            later.accept(grace, this::ifAnybodyMayComeIn);
        } else if (!room.hasPassword()) {
            ifAnybodyMayComeIn();
        } else if (!room.othersDecideWhoComesIn()) {
            // of those who are here, only they are sure to know the password
            choose(participant);
        }
    }

    void left(Participant gone) {
        if (gone.moderates()) {
            chooseEldest();
        }
    }

    /** The meeting ends for everybody: those who are still here for a moment need no moderator. */
    void end() {
        over = true;
    }

    private void ifAnybodyMayComeIn() {
        if (!room.othersDecideWhoComesIn() && !room.hasPassword()) {
            chooseEldest();
        }
    }

    private void chooseEldest() {
        people.eldest().ifPresent(this::choose);
    }

    private void choose(Participant successor) {
        if (over || underWay || isModerated()) {
            return;
        }
        underWay = true;
        moderation.succeed(
                successor,
                () -> {
                    underWay = false;
                    // gone meanwhile
                    if (people.find(successor.id()).isEmpty()) {
                        chooseEldest();
                    }
                },
                () -> {
                    underWay = false;
                    later.accept(grace, this::chooseEldest);
                });
    }

    private boolean isModerated() {
        return !people.moderators().isEmpty();
    }
}
