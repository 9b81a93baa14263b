package plenum.caldav;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.AppSignIn;
import plenum.booking.RefusedBookingException;
import plenum.calendar.Access.Act;
import plenum.calendar.CalendarKeeper;
import plenum.calendar.CalendarObjects;
import plenum.calendar.CalendarObjects.CalendarObject;
import plenum.calendar.CalendarShares;
import plenum.calendar.EventReader;
import plenum.calendar.ObjectStore;
import plenum.calendar.ObjectStore.Condition;
import plenum.calendar.ObjectStore.Outcome;
import plenum.calendar.SeenCalendar;
import plenum.platform.Messages;

/** The methods of CalDAV. A caller signs in with a password that was made for a program; cookies count for nothing here. */
@WebServlet(
        name = "caldav",
        urlPatterns = {DavPath.ROOT + "/*", "/.well-known/caldav"})
@NullUnmarked
public class DavServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MULTI_STATUS = 207;
    private static final int TOO_MANY = 429;
    private static final int MOST_XML = 1_000_000;
    private static final String METHODS =
            "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, PROPPATCH, REPORT, MKCALENDAR, MKCOL, POST";
    private static final Set<String> WITH_XML = Set.of("PROPFIND", "PROPPATCH", "REPORT", "MKCALENDAR", "MKCOL");

    @Inject
    transient AppSignIn programs;

    @Inject
    transient CalendarShares shares;

    @Inject
    transient CalendarObjects objects;

    @Inject
    transient CalendarKeeper keeper;

    @Inject
    transient ObjectStore store;

    @Inject
    transient DavProperties properties;

    @Inject
    transient DavReports reports;

    @Inject
    transient DavScheduling scheduling;

    /** One request of somebody who is signed in. */
    private record Call(
            Account reader, DavPath path, HttpServletRequest request, HttpServletResponse response, DavRequest xml) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().startsWith("/.well-known")) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", request.getContextPath() + DavPath.ROOT + "/");
            return;
        }
        response.setHeader("DAV", "1, 3, extended-mkcol, calendar-access, calendar-auto-schedule");
        response.setHeader("Cache-Control", "no-store");
        switch (programs.of(request)) {
            case AppSignIn.Tried.In(Account reader) -> signedIn(reader, request, response);
            case AppSignIn.Tried.Refused() -> {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Plenum\", charset=\"UTF-8\"");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
            case AppSignIn.Tried.Later() -> {
                response.setHeader("Retry-After", "60");
                response.setStatus(TOO_MANY);
            }
        }
    }

    private void signedIn(Account reader, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<DavPath> path =
                DavPath.of(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (path.isEmpty() || !isReaders(reader, path.get())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            DavRequest xml = WITH_XML.contains(request.getMethod()) ? xml(request) : null;
            call(new Call(reader, path.get(), request, response, xml));
        } catch (DavRequest.BadXmlException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Everybody has an address for each calendar that they see; those of others are not there for them. */
    private static boolean isReaders(Account reader, DavPath path) {
        return switch (path) {
            case DavPath.Root() -> true;
            case DavPath.Principal(var account) -> account.equals(reader.id());
            case DavPath.Home(var account) -> account.equals(reader.id());
            case DavPath.Schedule(var account, var outgoing) -> account.equals(reader.id());
            case DavPath.Collection(var account, var calendar) -> account.equals(reader.id());
            case DavPath.Item(var account, var calendar, var name) -> account.equals(reader.id());
        };
    }

    /** Null when there is no body: all properties are asked for. */
    private static DavRequest xml(HttpServletRequest request) throws IOException, DavRequest.BadXmlException {
        String text = body(request, MOST_XML);
        if (text.length() > MOST_XML) {
            throw new DavRequest.BadXmlException("too long");
        }
        return text.isBlank() ? null : DavRequest.parse(text);
    }

    private static String body(HttpServletRequest request, int most) throws IOException {
        return new String(request.getInputStream().readNBytes(most + 1), StandardCharsets.UTF_8);
    }

    private void call(Call call) throws IOException, DavRequest.BadXmlException {
        switch (call.request().getMethod()) {
            case "OPTIONS" -> call.response().setHeader("Allow", METHODS);
            case "PROPFIND" -> propfind(call);
            case "REPORT" -> report(call);
            case "GET", "HEAD" -> get(call);
            case "PUT" -> put(call);
            case "DELETE" -> delete(call);
            case "MKCALENDAR" -> makeCalendar(call);
            case "MKCOL" -> {
                // the other way to make a calendar (RFC 5689); there are no other collections
                if (call.xml() != null && call.xml().has(DavName.caldav("calendar"))) {
                    makeCalendar(call);
                } else {
                    call.response().setStatus(HttpServletResponse.SC_FORBIDDEN);
                }
            }
            case "PROPPATCH" -> change(call);
            case "POST" -> scheduling.post(call.reader(), call.path(), call.request(), call.response());
            default -> {
                call.response().setHeader("Allow", METHODS);
                call.response().setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void propfind(Call call) throws IOException {
        List<DavName> asked = call.xml() == null ? List.of() : call.xml().properties();
        boolean deep = !"0".equals(call.request().getHeader("Depth"));
        Account reader = call.reader();
        MultiStatus answer = new MultiStatus();
        switch (call.path()) {
            case DavPath.Root() -> answer.add(DavPath.ROOT + "/", asked, properties.root(reader));
            case DavPath.Principal(var account) ->
                answer.add(DavPath.principal(account), asked, properties.principal(reader));
            case DavPath.Home(var account) -> {
                keeper.createFirst(reader, Messages.in(reader.language()).getString("calendar.first"));
                answer.add(DavPath.home(account), asked, properties.home(reader));
                if (deep) {
                    shares.seenBy(reader).stream()
                            .filter(seen -> seen.may(Act.READ))
                            .forEach(seen -> answer.add(
                                    DavPath.collection(account, seen.calendar().id()),
                                    asked,
                                    properties.collection(reader, seen)));
                }
            }
            case DavPath.Schedule(var account, var outgoing) ->
                answer.add(
                        DavPath.schedule(account, outgoing),
                        asked,
                        properties.schedule(reader, outgoing, scheduling.usual(reader)));
            case DavPath.Collection(var account, var calendar) -> {
                Optional<SeenCalendar> seen = readable(reader, calendar);
                if (seen.isEmpty()) {
                    call.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
                    return;
                }
                answer.add(DavPath.collection(account, calendar), asked, properties.collection(reader, seen.get()));
                if (deep) {
                    objects.all(calendar)
                            .forEach(object -> answer.add(
                                    DavPath.item(account, calendar, object.name()),
                                    asked,
                                    properties.object(reader, seen.get(), object, asked)));
                }
            }
            case DavPath.Item(var account, var calendar, var name) -> {
                Optional<SeenCalendar> seen = readable(reader, calendar);
                Optional<CalendarObject> object = seen.flatMap(one -> object(calendar, name));
                if (seen.isEmpty() || object.isEmpty()) {
                    call.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
                    return;
                }
                answer.add(
                        DavPath.item(account, calendar, name),
                        asked,
                        properties.object(reader, seen.get(), object.get(), asked));
            }
        }
        send(call, answer);
    }

    private Optional<SeenCalendar> readable(Account reader, java.util.UUID calendar) {
        return shares.seenBy(reader, calendar).filter(seen -> seen.may(Act.READ));
    }

    private Optional<CalendarObject> object(java.util.UUID calendar, String name) {
        return objects.byName(calendar, name).filter(found -> !found.gone());
    }

    private void report(Call call) throws IOException, DavRequest.BadXmlException {
        Optional<SeenCalendar> seen = call.path() instanceof DavPath.Collection(var account, var calendar)
                ? readable(call.reader(), calendar)
                : Optional.empty();
        if (call.xml() == null) {
            throw new DavRequest.BadXmlException("no report");
        }
        if (call.path() instanceof DavPath.Schedule) {
            send(call, new MultiStatus()); // nothing ever waits in there
            return;
        }
        if (seen.isEmpty()) {
            call.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<MultiStatus> answer = reports.answer(call.reader(), seen.get(), call.xml());
        if (answer.isPresent()) {
            send(call, answer.get());
        } else {
            call.response().setStatus(HttpServletResponse.SC_FORBIDDEN);
            error(call.response(), "<D:supported-report/>");
        }
    }

    private void get(Call call) throws IOException {
        if (!(call.path() instanceof DavPath.Item(var account, var calendar, var name))) {
            call.response().setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Optional<SeenCalendar> seen = readable(call.reader(), calendar);
        Optional<CalendarObject> object = seen.flatMap(one -> object(calendar, name));
        Optional<String> text = seen.flatMap(one -> object.flatMap(found -> store.text(one, found)));
        if (object.isEmpty() || text.isEmpty()) {
            call.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        call.response().setHeader("ETag", DavProperties.etag(object.get()));
        call.response()
                .setHeader(
                        "Schedule-Tag",
                        "\"" + store.scheduleTag(calendar, object.get().uid()) + "\"");
        call.response().setContentType("text/calendar; charset=utf-8");
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        call.response().setContentLength(bytes.length);
        if (call.request().getMethod().equals("GET")) {
            call.response().getOutputStream().write(bytes);
        }
    }

    private void put(Call call) throws IOException {
        if (!(call.path() instanceof DavPath.Item(var account, var calendar, var name))) {
            call.response().setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String text = body(call.request(), EventReader.LONGEST);
        Outcome outcome;
        try {
            outcome = store.put(call.reader(), calendar, name, text, condition(call.request()));
        } catch (RefusedBookingException e) {
            outcome = Outcome.FORBIDDEN;
        }
        say(call, outcome);
    }

    private void delete(Call call) throws IOException {
        switch (call.path()) {
            case DavPath.Item(var account, var calendar, var name) ->
                say(call, store.delete(call.reader(), calendar, name, condition(call.request())));
            case DavPath.Collection(var account, var calendar) -> {
                boolean managed = shares.seenBy(call.reader(), calendar)
                        .filter(seen -> seen.may(Act.MANAGE))
                        .isPresent();
                boolean deleted = managed && keeper.delete(call.reader(), calendar);
                call.response()
                        .setStatus(deleted ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_FORBIDDEN);
            }
            default -> call.response().setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** {@code If-Match: *} means any state; a tag that is none of ours matches nothing. */
    private static Condition condition(HttpServletRequest request) {
        String match = request.getHeader("If-Match");
        boolean absent = "*".equals(request.getHeader("If-None-Match"));
        Optional<String> schedule = Optional.ofNullable(request.getHeader("If-Schedule-Tag-Match"))
                .map(tag -> tag.strip().replace("\"", ""));
        if (match == null || match.strip().equals("*")) {
            return new Condition(Optional.empty(), absent, schedule);
        }
        String tag = match.strip().replaceFirst("^W/", "").replace("\"", "");
        return new Condition(Optional.of(tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1L), absent, schedule);
    }

    private static void say(Call call, Outcome outcome) throws IOException {
        HttpServletResponse response = call.response();
        switch (outcome) {
            case CREATED -> response.setStatus(HttpServletResponse.SC_CREATED);
            case CHANGED, DELETED -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case CONFLICT -> response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            case MISSING -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            case FORBIDDEN -> {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                error(response, "<D:need-privileges/>");
            }
            case KNOWN -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                error(response, "<C:no-uid-conflict/>");
            }
            case UNREADABLE -> {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                error(response, "<C:valid-calendar-object-resource/>");
            }
        }
    }

    private void makeCalendar(Call call) {
        if (!(call.path() instanceof DavPath.Collection(var account, var calendar)) || keeper.exists(calendar)) {
            call.response().setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String name = call.xml() == null
                ? ""
                : call.xml().deep(DavName.dav("displayname")).orElse("");
        boolean made = keeper.createNamed(call.reader(), calendar, name.isBlank() ? "CalDAV" : name);
        call.response().setStatus(made ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_FORBIDDEN);
    }

    /** The name of a calendar can be changed; other properties are not kept. */
    private void change(Call call) throws IOException {
        Optional<SeenCalendar> seen = call.path() instanceof DavPath.Collection(var account, var calendar)
                ? shares.seenBy(call.reader(), calendar).filter(one -> one.may(Act.MANAGE))
                : Optional.empty();
        if (seen.isEmpty() || call.xml() == null) {
            call.response().setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        DavName display = DavName.dav("displayname");
        Optional<String> name = call.xml().deep(display);
        boolean renamed = name.isPresent()
                && keeper.change(
                        call.reader(),
                        seen.get().calendar().id(),
                        name.get(),
                        seen.get().calendar().colour());
        MultiStatus answer = new MultiStatus();
        answer.add(
                DavPath.collection(call.reader().id(), seen.get().calendar().id()),
                call.xml().namesWithin(DavName.dav("prop")),
                renamed ? java.util.Map.of(display, "") : java.util.Map.of());
        send(call, answer);
    }

    private static void send(Call call, MultiStatus answer) throws IOException {
        HttpServletResponse response = call.response();
        String text = answer.under(call.request().getContextPath());
        response.setStatus(MULTI_STATUS);
        response.setContentType("application/xml; charset=utf-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void error(HttpServletResponse response, String condition) throws IOException {
        response.setContentType("application/xml; charset=utf-8");
        response.getOutputStream()
                .write(("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:error xmlns:D=\"DAV:\" xmlns:C=\""
                                + DavName.CALDAV + "\">" + condition + "</D:error>\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
