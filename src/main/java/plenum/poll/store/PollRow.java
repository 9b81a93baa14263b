package plenum.poll.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.poll.Poll;

/** A row of {@code poll}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "poll")
class PollRow {
    @Id
    UUID id;

    UUID meetingId;
    UUID author;
    String authorName;
    String question;
    String[] options;
    boolean multiple;
    boolean anonymous;

    @Enumerated(EnumType.STRING)
    Poll.State state;

    int[] votes;
    int voters;
    Instant createdAt;
    UUID room;

    protected PollRow() {
        // for Hibernate
    }

    PollRow(Poll poll) {
        this.id = poll.id();
        this.meetingId = poll.meeting();
        this.author = poll.author();
        this.createdAt = poll.createdAt();
        this.room = poll.room();
        draft(poll);
    }

    /** Takes all that may change of a draft. */
    final void draft(Poll poll) {
        authorName = poll.authorName();
        question = poll.question();
        options = poll.options().toArray(String[]::new);
        multiple = poll.multiple();
        anonymous = poll.anonymous();
        state = Poll.State.DRAFT;
        votes = new int[options.length];
        voters = 0;
    }

    /** Takes a vote out and puts one in; a new array, because Hibernate looks for changes by identity. */
    void count(int[] before, int[] after) {
        int[] counted = votes.clone();
        for (int choice : before) {
            counted[choice]--;
        }
        for (int choice : after) {
            counted[choice]++;
        }
        votes = counted;
    }

    Poll toPoll() {
        return new Poll(
                id,
                meetingId,
                author,
                authorName,
                question,
                List.of(options),
                multiple,
                anonymous,
                state,
                Arrays.stream(votes).boxed().toList(),
                voters,
                createdAt,
                room);
    }
}
