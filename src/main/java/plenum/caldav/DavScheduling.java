package plenum.caldav;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.Availability;
import plenum.calendar.Calendar;
import plenum.calendar.Calendars;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.FreeBusyFile;
import plenum.mail.MailAddress;

/**
 * The outbox of scheduling, by which programs ask when people have no time (RFC 6638 section 5). Guests are told of changes by the server, so
 * nothing else is sent here and nothing waits in the inbox.
 */
@ApplicationScoped
public class DavScheduling {
    private static final int MOST = 100_000;

    @Inject
    Calendars calendars;

    @Inject
    Availability availability;

    @Inject
    InstantSource clock;

    /** Somebody's first calendar. */
    Optional<UUID> usual(Account reader) {
        return calendars.of(reader.id()).stream()
                .filter(calendar -> !calendar.organisation())
                .map(Calendar::id)
                .findFirst();
    }

    void post(Account reader, DavPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!(path instanceof DavPath.Schedule(var account, var outgoing)) || !outgoing) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        Optional<FreeBusyFile.Asked> asked = body.length > MOST
                ? Optional.empty()
                : FreeBusyFile.read(new String(body, StandardCharsets.UTF_8))
                        .filter(question -> question.organiser().equals(reader.email()));
        response.setContentType("application/xml; charset=utf-8");
        if (asked.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            write(
                    response,
                    "<D:error xmlns:D=\"DAV:\" xmlns:C=\"" + DavName.CALDAV
                            + "\"><C:valid-scheduling-message/></D:error>");
            return;
        }
        StringBuilder xml =
                new StringBuilder("<C:schedule-response xmlns:D=\"DAV:\" xmlns:C=\"" + DavName.CALDAV + "\">");
        asked.get().attendees().forEach(attendee -> xml.append(answer(reader, asked.get(), attendee)));
        write(response, xml + "</C:schedule-response>");
    }

    /** Whoever has no account here and whoever shares nothing with the reader look the same. */
    private String answer(Account reader, FreeBusyFile.Asked asked, String attendee) {
        Optional<MailAddress> address = attendee.regionMatches(true, 0, "mailto:", 0, 7)
                ? MailAddress.parse(attendee.substring(7))
                : Optional.empty();
        Optional<List<Interval>> busy = address.flatMap(known -> availability.busy(reader, known, asked.span()));
        String recipient = "<C:recipient>" + MultiStatus.href(attendee) + "</C:recipient>";
        return "\n<C:response>" + recipient
                + busy.map(spans -> "<C:request-status>2.0;Success</C:request-status><C:calendar-data>"
                                + MultiStatus.text(
                                        FreeBusyFile.write(asked, address.orElseThrow(), spans, clock.instant()))
                                + "</C:calendar-data>")
                        .orElse("<C:request-status>3.7;Invalid calendar user</C:request-status>")
                + "</C:response>";
    }

    private static void write(HttpServletResponse response, String xml) throws IOException {
        response.getOutputStream()
                .write(("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
