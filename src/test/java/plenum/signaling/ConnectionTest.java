package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.signaling.Wire.CloseReason;
import plenum.socket.Tickets;

@Tag("signaling")
class ConnectionTest {
    private static final String JOIN = "{\"type\":\"join\",\"name\":\"Ada\",\"microphone\":true,\"camera\":true";

    private final TwoMeetings meetings = new TwoMeetings();

    @Test
    void nobodyMaySayMuchBeforeTheWelcome() {
        FakeTab stranger = meetings.stranger(meetings.ours).say(" ".repeat(4097));
        assertThat(stranger.closed).isEqualTo(CloseReason.TOO_LARGE);

        FakeTab slowly =
                meetings.stranger(meetings.ours).begin(" ".repeat(4000)).begin(" ".repeat(96));
        assertThat(slowly.closed).isNull();
        slowly.begin(" ");
        assertThat(slowly.closed).isEqualTo(CloseReason.TOO_LARGE);
        assertThat(Tickets.memory(meetings.budget)).isZero();
    }

    @Test
    void whoWaitsMaySayNoMoreThanAStranger() {
        meetings.close();
        FakeTab waiting = meetings.stranger(meetings.ours).join("Wim Waiting").say(" ".repeat(4097));
        assertThat(waiting.closed).isEqualTo(CloseReason.TOO_LARGE);
    }

    @Test
    void whoIsInMaySayAsMuchAsAnOfferTakes() {
        FakeTab ada = meetings.stranger(meetings.ours).join("Ada");
        int before = ada.heard.size();
        ada.begin("{\"type\":\"receive\",\"slot\":0,\"epoch\":1,").say("\"offer\":\"" + "v=0 ".repeat(15_000) + "\"}");
        assertThat(ada.closed).isNull();
        assertThat(ada.heard).hasSize(before);
        ada.begin(" ".repeat(Connection.LONGEST)).begin(" ");
        assertThat(ada.closed).isEqualTo(CloseReason.TOO_LARGE);
    }

    @Test
    void aJoinMayComeInParts() {
        FakeTab ada = meetings.stranger(meetings.ours).begin(JOIN).say("}");
        assertThat(ada.self()).isNotEmpty();
    }

    @Test
    void aMessageThatIsNeverFinishedEndsItsSocket() {
        FakeTab ada = meetings.stranger(meetings.ours).join("Ada");
        ada.begin("{\"type\":");
        for (int seconds = 0; seconds < 60 && ada.closed == null; seconds += 5) {
            meetings.time.pass(Duration.ofSeconds(5));
            ada.isAlive();
        }
        assertThat(ada.closed).isEqualTo(CloseReason.TOO_LATE);
    }
}
