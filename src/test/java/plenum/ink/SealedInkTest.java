package plenum.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.protocol.Failed;
import plenum.protocol.InkMessages;
import plenum.protocol.InkMessages.InkDraw;
import plenum.protocol.InkMessages.InkDrawn;
import plenum.protocol.MediaSource;

/** Ink in an end-to-end encrypted meeting: takes sealed strokes alone. */
@Tag("ink")
class SealedInkTest {
    private static final String FIRST = "~1.0." + "Ab-_".repeat(12);
    private static final String SECOND = "~1.0." + "Cd-_".repeat(12);

    private final LiveMeeting meeting = LiveMeeting.encrypted(InkMessages.Ask.class, InkTopic::new);
    private final Person ada = meeting.join("Ada");
    private final Person bob = meeting.join("Bob");

    @BeforeEach
    void adaShares() {
        ada.participant().publishing().add(MediaSource.SCREEN);
    }

    @Test
    void passesOnWhatIsSealedAndKeepsItPartByPart() {
        assertThat(bob.say(sealed("stroke-1", FIRST, false))).isEmpty();
        assertThat(bob.say(sealed("stroke-1", SECOND, true))).isEmpty();
        assertThat(ada.outbox().all(InkDrawn.class))
                .extracting(InkDrawn::sealed)
                .containsExactly(FIRST, SECOND);

        Person cem = meeting.join("Cem");
        cem.catchUp();
        assertThat(cem.outbox().all(InkDrawn.class))
                .extracting(InkDrawn::sealed)
                .containsExactly(FIRST, SECOND);
        assertThat(cem.outbox().all(InkDrawn.class)).extracting(InkDrawn::ended).containsExactly(false, true);
    }

    @Test
    void refusesWhatCanBeRead() {
        for (InkDraw bad : List.of(
                new InkDraw(ada.id(), "stroke-1", "#e02f2f", List.of(1, 2), true, null),
                new InkDraw(ada.id(), "stroke-1", "#e02f2f", List.of(), true, FIRST),
                new InkDraw(ada.id(), "stroke-1", "", List.of(1, 2), true, FIRST),
                sealed("stroke-1", "[1,2]", true))) {
            assertThat(bob.say(bad)).contains(Failed.Code.BAD_VALUE);
        }
    }

    @Test
    void aStrokeHasAnEnd() {
        String part = "~1.0." + "A".repeat(InkMessages.SEALED - 5);
        for (int i = 0; i < Ink.LONGEST_SEALED / InkMessages.SEALED; i++) {
            assertThat(bob.say(sealed("stroke-1", part, false))).isEmpty();
        }
        assertThat(bob.say(sealed("stroke-1", part, false))).contains(Failed.Code.TOO_MANY);
    }

    private InkDraw sealed(String stroke, String text, boolean ended) {
        return new InkDraw(ada.id(), stroke, "", List.of(), ended, text);
    }
}
