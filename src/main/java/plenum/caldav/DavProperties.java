package plenum.caldav;

import static plenum.caldav.DavName.caldav;
import static plenum.caldav.DavName.dav;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.Access.Act;
import plenum.calendar.Calendar;
import plenum.calendar.CalendarObjects;
import plenum.calendar.CalendarObjects.CalendarObject;
import plenum.calendar.EventReader;
import plenum.calendar.ObjectStore;
import plenum.calendar.SeenCalendar;

/** The properties of the resources (RFC 4918 section 15, RFC 4791 sections 5.2 and 6.2). */
@ApplicationScoped
public class DavProperties {
    static final String SYNC = "urn:plenum:sync:";
    static final DavName DATA = caldav("calendar-data");
    static final DavName SCHEDULE_TAG = caldav("schedule-tag");

    private static final Map<Calendar.Colour, String> COLOURS = Map.of(
            Calendar.Colour.TEAL, "#0F766EFF",
            Calendar.Colour.BLUE, "#1D5FC4FF",
            Calendar.Colour.VIOLET, "#6D3FC0FF",
            Calendar.Colour.ROSE, "#B3245CFF",
            Calendar.Colour.AMBER, "#8A5A00FF",
            Calendar.Colour.GREEN, "#2F6F1FFF");

    @Inject
    CalendarObjects objects;

    @Inject
    ObjectStore store;

    private static Map<DavName, String> common(Account reader, String type) {
        Map<DavName, String> known = new LinkedHashMap<>();
        known.put(dav("resourcetype"), type);
        known.put(dav("current-user-principal"), MultiStatus.href(DavPath.principal(reader.id())));
        known.put(dav("principal-collection-set"), MultiStatus.href(DavPath.ROOT + "/principals/"));
        return known;
    }

    Map<DavName, String> root(Account reader) {
        return common(reader, "<D:collection/>");
    }

    Map<DavName, String> principal(Account reader) {
        Map<DavName, String> known = common(reader, "<D:principal/>");
        known.put(dav("displayname"), MultiStatus.text(reader.name().text()));
        known.put(dav("principal-URL"), MultiStatus.href(DavPath.principal(reader.id())));
        known.put(caldav("calendar-home-set"), MultiStatus.href(DavPath.home(reader.id())));
        known.put(
                caldav("calendar-user-address-set"),
                MultiStatus.href("mailto:" + reader.email().text()) + MultiStatus.href(DavPath.principal(reader.id())));
        known.put(caldav("calendar-user-type"), "INDIVIDUAL");
        known.put(caldav("schedule-inbox-URL"), MultiStatus.href(DavPath.schedule(reader.id(), false)));
        known.put(caldav("schedule-outbox-URL"), MultiStatus.href(DavPath.schedule(reader.id(), true)));
        return known;
    }

    /** @param usual the calendar that invitations would go into; an outbox has none */
    Map<DavName, String> schedule(Account reader, boolean outgoing, Optional<UUID> usual) {
        Map<DavName, String> known =
                common(reader, "<D:collection/>" + (outgoing ? "<C:schedule-outbox/>" : "<C:schedule-inbox/>"));
        known.put(dav("owner"), MultiStatus.href(DavPath.principal(reader.id())));
        known.put(
                dav("current-user-privilege-set"),
                "<D:privilege><D:read/></D:privilege><D:privilege><C:"
                        + (outgoing ? "schedule-send-freebusy" : "schedule-deliver") + "/></D:privilege>");
        usual.filter(calendar -> !outgoing)
                .ifPresent(calendar -> known.put(
                        caldav("schedule-default-calendar-URL"),
                        MultiStatus.href(DavPath.collection(reader.id(), calendar))));
        return known;
    }

    Map<DavName, String> home(Account reader) {
        Map<DavName, String> known = common(reader, "<D:collection/>");
        known.put(dav("displayname"), MultiStatus.text(reader.name().text()));
        known.put(dav("owner"), MultiStatus.href(DavPath.principal(reader.id())));
        known.put(
                dav("current-user-privilege-set"),
                "<D:privilege><D:read/></D:privilege><D:privilege><D:bind/></D:privilege>");
        return known;
    }

    Map<DavName, String> collection(Account reader, SeenCalendar seen) {
        long revision = objects.revision(seen.calendar().id());
        Map<DavName, String> known = common(reader, "<D:collection/><C:calendar/>");
        known.put(dav("displayname"), MultiStatus.text(seen.calendar().name()));
        known.put(
                dav("owner"), MultiStatus.href(DavPath.principal(seen.calendar().owner())));
        known.put(dav("sync-token"), SYNC + revision);
        known.put(new DavName(DavName.SERVER, "getctag"), "\"" + revision + "\"");
        known.put(dav("getetag"), "\"" + revision + "\"");
        known.put(
                new DavName(DavName.APPLE, "calendar-color"),
                COLOURS.getOrDefault(seen.calendar().colour(), "#1D5FC4FF"));
        known.put(caldav("supported-calendar-component-set"), "<C:comp name=\"VEVENT\"/>");
        known.put(
                caldav("supported-calendar-data"), "<C:calendar-data content-type=\"text/calendar\" version=\"2.0\"/>");
        known.put(caldav("max-resource-size"), Integer.toString(EventReader.LONGEST));
        known.put(caldav("schedule-calendar-transp"), "<C:opaque/>");
        known.put(dav("current-user-privilege-set"), privileges(seen));
        known.put(dav("supported-report-set"), reports());
        return known;
    }

    private static String privileges(SeenCalendar seen) {
        String write =
                "<D:privilege><D:write/></D:privilege><D:privilege><D:write-content/></D:privilege><D:privilege><D:bind/></D:privilege><D:privilege><D:unbind/></D:privilege>";
        return "<D:privilege><D:read/></D:privilege>"
                + (seen.may(Act.CHANGE) ? write : "")
                + (seen.may(Act.MANAGE) ? "<D:privilege><D:write-properties/></D:privilege>" : "");
    }

    private static String reports() {
        return String.join(
                "",
                List.of("C:calendar-query", "C:calendar-multiget", "D:sync-collection").stream()
                        .map(name -> "<D:supported-report><D:report><" + name + "/></D:report></D:supported-report>")
                        .toList());
    }

    /** @param asked with {@link #DATA}, the events themselves are read */
    Map<DavName, String> object(Account reader, SeenCalendar seen, CalendarObject object, List<DavName> asked) {
        Map<DavName, String> known = common(reader, "");
        known.put(dav("getetag"), etag(object));
        if (asked.contains(SCHEDULE_TAG)) {
            known.put(SCHEDULE_TAG, "\"" + store.scheduleTag(seen.calendar().id(), object.uid()) + "\"");
        }
        known.put(dav("getcontenttype"), "text/calendar; charset=utf-8; component=VEVENT");
        known.put(
                dav("owner"), MultiStatus.href(DavPath.principal(seen.calendar().owner())));
        known.put(dav("current-user-privilege-set"), privileges(seen));
        if (asked.contains(DATA) || asked.contains(dav("getcontentlength"))) {
            store.text(seen, object).ifPresent(text -> {
                known.put(DATA, MultiStatus.text(text));
                known.put(
                        dav("getcontentlength"),
                        Integer.toString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
            });
        }
        return known;
    }

    static String etag(CalendarObject object) {
        return "\"" + object.revision() + "\"";
    }
}
