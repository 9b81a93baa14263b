package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MyMeetings;

/** Who was in a meeting, as a table for its owner (RFC 4180). */
@WebServlet(name = "attendance", urlPatterns = "/meetings/attendance.csv")
public class AttendanceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Inject
    transient MyMeetings meetings;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Account> account = user.account();
        Optional<Meeting> meeting = Optional.ofNullable(request.getParameter("m"))
                .flatMap(MeetingLetters::parse)
                .flatMap(letters -> account.flatMap(owner -> meetings.owned(owner.id(), letters)));
        if (meeting.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ZoneId zone = account.orElseThrow().zone();
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"attendance.csv\"");
        response.getWriter().write(table(meetings.attendance(meeting.get()), zone));
    }

    static String table(List<MyMeetings.Visit> visits, ZoneId zone) {
        Stream<String> head = Stream.of("name,role,account,came,left");
        Stream<String> rows = visits.stream().map(visit -> Stream.of(
                        visit.name(),
                        visit.role().name(),
                        String.valueOf(visit.account()),
                        time(visit.came(), zone),
                        visit.left().map(left -> time(left, zone)).orElse(""))
                .map(AttendanceServlet::cell)
                .collect(Collectors.joining(",")));
        return Stream.concat(head, rows).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** A spreadsheet would take some beginnings for a formula, and compute what a guest called themselves. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
