package plenum.caldav;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.CalendarObjects;
import plenum.calendar.CalendarObjects.CalendarObject;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.ObjectStore;
import plenum.calendar.SeenCalendar;

/** The reports: by time, by name, and what changed (RFC 4791 section 7, RFC 6578). */
@ApplicationScoped
public class DavReports {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    CalendarObjects objects;

    @Inject
    ObjectStore store;

    @Inject
    DavProperties properties;

    /** Empty for a report that is not known, or a token that is none of ours. */
    Optional<MultiStatus> answer(Account reader, SeenCalendar seen, DavRequest request)
            throws DavRequest.BadXmlException {
        return switch (request.name().name()) {
            case "calendar-query" -> Optional.of(query(reader, seen, request));
            case "calendar-multiget" -> Optional.of(multiget(reader, seen, request));
            case "sync-collection" -> changes(reader, seen, request);
            default -> Optional.empty();
        };
    }

    private MultiStatus query(Account reader, SeenCalendar seen, DavRequest request) throws DavRequest.BadXmlException {
        MultiStatus answer = new MultiStatus();
        List<String> filters = request.filters();
        boolean other = filters.size() > 1 && !filters.get(1).equalsIgnoreCase("VEVENT");
        List<CalendarObject> found = other ? List.of() : filtered(seen, request);
        found.forEach(object -> add(answer, reader, seen, object, request.properties()));
        return answer;
    }

    private List<CalendarObject> filtered(SeenCalendar seen, DavRequest request) throws DavRequest.BadXmlException {
        DavName range = DavName.caldav("time-range");
        Optional<String> start = request.attribute(range, "start");
        Optional<String> end = request.attribute(range, "end");
        Optional<String> uid = request.attribute(DavName.caldav("prop-filter"), "name")
                .filter("UID"::equalsIgnoreCase)
                .flatMap(name -> request.deep(DavName.caldav("text-match")));
        if (uid.isPresent()) {
            return objects.all(seen.calendar().id()).stream()
                    .filter(object -> object.uid().contains(uid.get()))
                    .toList();
        }
        if (start.isEmpty() && end.isEmpty()) {
            return objects.all(seen.calendar().id());
        }
        try {
            Instant from = start.map(DavReports::instant).orElse(EVER);
            Instant to = end.map(DavReports::instant).orElse(NEVER);
            return from.isBefore(to) ? store.within(seen, new Interval(from, to)) : List.of();
        } catch (DateTimeParseException e) {
            throw new DavRequest.BadXmlException("no time");
        }
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text, STAMP).toInstant(ZoneOffset.UTC);
    }

    private MultiStatus multiget(Account reader, SeenCalendar seen, DavRequest request) {
        MultiStatus answer = new MultiStatus();
        UUID calendar = seen.calendar().id();
        for (String href : request.hrefs()) {
            Optional<CalendarObject> object = DavPath.ofHref(href)
                    .flatMap(path -> path instanceof DavPath.Item(var account, var in, var name)
                                    && in.equals(calendar)
                                    && account.equals(reader.id())
                            ? objects.byName(calendar, name)
                            : Optional.empty())
                    .filter(found -> !found.gone());
            if (object.isPresent()) {
                add(answer, reader, seen, object.get(), request.properties());
            } else {
                answer.gone(href);
            }
        }
        return answer;
    }

    private Optional<MultiStatus> changes(Account reader, SeenCalendar seen, DavRequest request) {
        UUID calendar = seen.calendar().id();
        String token = request.text(DavName.dav("sync-token"));
        // the token first: what changes meanwhile is told again
        long now = objects.revision(calendar);
        MultiStatus answer = new MultiStatus();
        if (token.isEmpty()) {
            objects.all(calendar).forEach(object -> add(answer, reader, seen, object, request.properties()));
        } else if (token.matches(DavProperties.SYNC + "\\d{1,18}")) {
            long since = Long.parseLong(token.substring(DavProperties.SYNC.length()));
            if (since > now) {
                return Optional.empty();
            }
            for (CalendarObject object : objects.since(calendar, since)) {
                if (object.gone()) {
                    answer.gone(DavPath.item(reader.id(), calendar, object.name()));
                } else {
                    add(answer, reader, seen, object, request.properties());
                }
            }
        } else {
            return Optional.empty();
        }
        answer.token(DavProperties.SYNC + now);
        return Optional.of(answer);
    }

    private void add(
            MultiStatus answer, Account reader, SeenCalendar seen, CalendarObject object, List<DavName> asked) {
        String href = DavPath.item(reader.id(), seen.calendar().id(), object.name());
        answer.add(href, asked, properties.object(reader, seen, object, asked));
    }
}
