package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.meeting.MyMeetings.Visit;
import plenum.meeting.Role;

@Tag("web")
class AttendanceServletTest {
    private static final Instant CAME = Instant.parse("2026-11-29T20:00:00Z");

    @Test
    void timesAreTheOwnersAndQuotesAreDoubled() {
        Visit ada = new Visit("Ada \"the\" Countess", Role.CREATOR, true, CAME, Optional.of(CAME.plusSeconds(90)));
        Visit bob = new Visit("Bob", Role.PARTICIPANT, false, CAME, Optional.empty());
        assertThat(AttendanceServlet.table(List.of(ada, bob), ZoneId.of("Europe/Zurich")))
                .isEqualTo("""
                        name,role,account,came,left
                        "Ada ""the"" Countess","CREATOR","true","2026-11-29 21:00:00","2026-11-29 21:01:30"
                        "Bob","PARTICIPANT","false","2026-11-29 21:00:00",""
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aNameIsNoFormula() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx")) {
            Visit guest = new Visit(name, Role.PARTICIPANT, false, CAME, Optional.empty());
            assertThat(AttendanceServlet.table(List.of(guest), ZoneId.of("UTC")))
                    .contains("\"'" + name);
        }
    }
}
