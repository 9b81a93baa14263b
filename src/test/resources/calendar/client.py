"""What Debian's python3-caldav does with a calendar: creates, changes, lists and deletes. Arguments: address, user, password."""
import sys
from datetime import datetime, timezone

import caldav

ZONE = "TZID=Europe/Zurich"


def file(*events):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", *events, "END:VCALENDAR", ""])


def event(uid, title, *lines):
    return "\r\n".join(
        ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261129T120000Z", f"SUMMARY:{title}", *lines, "END:VEVENT"]
    )


def check(what, seen, wanted):
    if seen != wanted:
        sys.exit(f"{what}: {seen!r} instead of {wanted!r}")


def titles(calendar):
    return sorted(str(one.icalendar_component["SUMMARY"]) for one in calendar.events())


def main(url, user, password):
    client = caldav.DAVClient(url=url, username=user, password=password)
    principal = client.principal()
    before = len(principal.calendars())
    calendar = principal.make_calendar(name="Program")
    check("calendars", len(principal.calendars()), before + 1)
    check("its name", [c.name for c in principal.calendars() if c.url == calendar.url], ["Program"])

    single = calendar.save_event(
        file(event("one", "Single", f"DTSTART;{ZONE}:20261207T090000", f"DTEND;{ZONE}:20261207T100000"))
    )
    calendar.save_event(
        file(
            event(
                "series",
                "Weekly",
                f"DTSTART;{ZONE}:20261207T110000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=5",
                f"EXDATE;{ZONE}:20261221T110000",
            ),
            event(
                "series",
                "Moved",
                f"RECURRENCE-ID;{ZONE}:20261214T110000",
                f"DTSTART;{ZONE}:20261215T140000",
                "DURATION:PT2H",
            ),
        )
    )
    check("titles", titles(calendar), ["Single", "Weekly"])

    def starts(day):
        found = calendar.search(
            start=datetime(2026, 12, day, tzinfo=timezone.utc),
            end=datetime(2026, 12, day + 1, tzinfo=timezone.utc),
            event=True,
            expand=True,
        )
        return sorted(
            (str(one.icalendar_component["SUMMARY"]), one.icalendar_component["DTSTART"].dt.astimezone(timezone.utc).hour)
            for one in found
        )

    check("on the 7th", starts(7), [("Single", 8), ("Weekly", 10)])
    check("the moved one", starts(15), [("Moved", 13)])
    check("where it was", starts(14), [])
    check("left out", starts(21), [])
    check("the last but one", starts(28), [("Weekly", 10)])

    # a change, and one that comes too late
    single.load()
    tag = client.propfind(str(single.url), '<D:propfind xmlns:D="DAV:"><D:prop><D:getetag/></D:prop></D:propfind>', 0)
    old = tag.find_objects_and_props()[single.url.path]["{DAV:}getetag"].text
    single.icalendar_component["SUMMARY"] = "Changed"
    single.save()
    late = client.put(str(single.url), single.data.replace("Changed", "Late"), {"If-Match": old, "Content-Type": "text/calendar"})
    check("a late change", late.status, 412)
    again = client.put(
        str(single.url), single.data, {"If-None-Match": "*", "Content-Type": "text/calendar"}
    )
    check("a second creation", again.status, 412)
    check("titles", titles(calendar), ["Changed", "Weekly"])
    check("by its uid", str(calendar.event_by_uid("one").icalendar_component["SUMMARY"]), "Changed")

    # what has changed since
    token = calendar.objects_by_sync_token()
    check("all", len(list(token)), 2)
    single.delete()
    added, deleted = calendar.save_event(
        file(event("two", "Two", "DTSTART:20261208T090000Z", "DURATION:PT1H"))
    ), list(calendar.objects_by_sync_token(token.sync_token, load_objects=False))
    check("changes", len(deleted), 2)
    check("titles", titles(calendar), ["Two", "Weekly"])
    series = calendar.event_by_uid("series")
    check("parts of the series", len(series.icalendar_instance.walk("VEVENT")), 2)
    added.delete()
    series.delete()
    check("titles", titles(calendar), [])
    calendar.delete()
    check("calendars", len(principal.calendars()), before)
    print("done")


main(*sys.argv[1:4])
