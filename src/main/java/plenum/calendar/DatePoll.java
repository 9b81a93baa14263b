package plenum.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.mail.MailAddress;

/**
 * Times of which people without an account mark those at which they can.
 *
 * @param starts in the zone, in order
 * @param event that was made of it; empty while it is open
 */
public record DatePoll(
        UUID id,
        UUID owner,
        String title,
        Duration length,
        ZoneId zone,
        List<LocalDateTime> starts,
        Optional<UUID> event) {
    public static final int MOST_STARTS = 30;
    public static final int MOST_VOTES = 300;

    public DatePoll {
        starts = starts.stream().distinct().sorted().toList();
        if (title.isBlank()
                || title.length() > Event.Details.LONGEST_TITLE
                || starts.isEmpty()
                || starts.size() > MOST_STARTS) {
            throw new IllegalArgumentException("a poll of dates has a title and one to thirty times");
        }
    }

    EventTime time(int option) {
        return new EventTime(starts.get(option), length, zone, false);
    }

    /** Of the last time that is offered. */
    public Instant end() {
        return time(starts.size() - 1).interval().end();
    }

    /** How many say so to one of the times. */
    static long count(List<Vote> votes, int option, Answer answer) {
        return votes.stream()
                .filter(vote -> vote.answers().get(option) == answer)
                .count();
    }

    /**
     * The marks of one person.
     *
     * @param email where an invitation goes; they need not say
     * @param answers one for each time, in order
     */
    public record Vote(String name, Optional<MailAddress> email, List<Answer> answers) {
        public static final int LONGEST_NAME = 80;

        public Vote {
            answers = List.copyOf(answers);
            if (name.isBlank() || name.length() > LONGEST_NAME || answers.contains(Answer.NONE)) {
                throw new IllegalArgumentException("a vote has a name and says something to each time");
            }
        }
    }
}
