package plenum.caldav;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an address below {@code /dav} is about. */
sealed interface DavPath {
    String ROOT = "/dav";

    record Root() implements DavPath {}

    record Principal(UUID account) implements DavPath {}

    /** All calendars that somebody sees. */
    record Home(UUID account) implements DavPath {}

    /** Where programs find news of invitations, and what they may send: both are empty (RFC 6638 section 2). */
    record Schedule(UUID account, boolean outgoing) implements DavPath {}

    record Collection(UUID account, UUID calendar) implements DavPath {}

    record Item(UUID account, UUID calendar, String name) implements DavPath {}

    Pattern SCHEDULE = Pattern.compile("/schedule/([0-9a-f-]{36})/(inbox|outbox)/?");
    Pattern FORM = Pattern.compile("/(principals|calendars)/([0-9a-f-]{36})(?:/([^/]{1,200})(?:/([^/]{1,255}))?)?/?");

    /** @param path below {@link #ROOT}, decoded by the container */
    static Optional<DavPath> of(String path) {
        if (path.isEmpty() || path.equals("/") || path.equals("/principals") || path.equals("/principals/")) {
            return Optional.of(new Root());
        }
        Matcher schedule = SCHEDULE.matcher(path);
        if (schedule.matches()) {
            return Optional.of(new Schedule(
                    UUID.fromString(schedule.group(1)), schedule.group(2).equals("outbox")));
        }
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        UUID account = UUID.fromString(form.group(2));
        String segment = form.group(3);
        if (form.group(1).equals("principals")) {
            return segment == null ? Optional.of(new Principal(account)) : Optional.empty();
        }
        if (segment == null) {
            return Optional.of(new Home(account));
        }
        UUID calendar = id(account, segment);
        return Optional.of(
                form.group(4) == null ? new Collection(account, calendar) : new Item(account, calendar, form.group(4)));
    }

    /** Ids are names; a program that makes a calendar may choose another name, which always stands for the same id. */
    private static UUID id(UUID account, String segment) {
        return segment.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(segment)
                : UUID.nameUUIDFromBytes((account + "/" + segment).getBytes(StandardCharsets.UTF_8));
    }

    /** From an address or a whole URL as a request names it. */
    static Optional<DavPath> ofHref(String href) {
        String path = href.replaceFirst("^https?://[^/]+", "");
        int root = path.indexOf(ROOT + "/");
        return root < 0
                ? Optional.empty()
                : of(URLDecoder.decode(
                        path.substring(root + ROOT.length()).replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    static String principal(UUID account) {
        return ROOT + "/principals/" + account + "/";
    }

    static String home(UUID account) {
        return ROOT + "/calendars/" + account + "/";
    }

    static String schedule(UUID account, boolean outgoing) {
        return ROOT + "/schedule/" + account + (outgoing ? "/outbox/" : "/inbox/");
    }

    static String collection(UUID account, UUID calendar) {
        return home(account) + calendar + "/";
    }

    static String item(UUID account, UUID calendar, String name) {
        return collection(account, calendar)
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
