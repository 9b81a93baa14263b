package plenum.caldav;

import java.util.List;
import java.util.Map;

/** The answer about several resources (RFC 4918 section 13). Values are XML that was made here; texts go through {@link #text}. */
final class MultiStatus {
    private static final Map<String, String> PREFIXES =
            Map.of(DavName.DAV, "D", DavName.CALDAV, "C", DavName.SERVER, "S", DavName.APPLE, "A");

    private final StringBuilder xml = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\""
                    + " xmlns:S=\"http://calendarserver.org/ns/\" xmlns:A=\"http://apple.com/ns/ical/\">");

    /**
     * What is known of a resource.
     *
     * @param asked empty for all
     */
    void add(String href, List<DavName> asked, Map<DavName, String> known) {
        List<DavName> wanted = asked.isEmpty() ? List.copyOf(known.keySet()) : asked;
        xml.append("\n<D:response><D:href>").append(text(href)).append("</D:href>");
        part(wanted.stream().filter(known::containsKey).toList(), known, "200 OK");
        part(wanted.stream().filter(name -> !known.containsKey(name)).toList(), Map.of(), "404 Not Found");
        xml.append("</D:response>");
    }

    private void part(List<DavName> names, Map<DavName, String> known, String status) {
        if (names.isEmpty()) {
            return;
        }
        xml.append("<D:propstat><D:prop>");
        for (DavName name : names) {
            String value = known.getOrDefault(name, "");
            String prefix = PREFIXES.get(name.space());
            String tag = prefix == null ? "X:" + name.name() : prefix + ":" + name.name();
            String space = prefix == null ? " xmlns:X=\"" + text(name.space()) + "\"" : "";
            xml.append('<').append(tag).append(space);
            xml.append(value.isEmpty() ? "/>" : ">" + value + "</" + tag + ">");
        }
        xml.append("</D:prop><D:status>HTTP/1.1 ").append(status).append("</D:status></D:propstat>");
    }

    /** A resource that is not there. */
    void gone(String href) {
        xml.append("\n<D:response><D:href>")
                .append(text(href))
                .append("</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>");
    }

    /** How far it is (RFC 6578 section 6.4). */
    void token(String token) {
        xml.append("\n<D:sync-token>").append(text(token)).append("</D:sync-token>");
    }

    /** With the path that the application is at, such as {@code /meet}; empty at the root. */
    String under(String path) {
        String place = "<D:href>" + DavPath.ROOT + "/";
        return toString().replace(place, "<D:href>" + text(path) + DavPath.ROOT + "/");
    }

    @Override
    public String toString() {
        return xml + "\n</D:multistatus>\n";
    }

    static String href(String address) {
        return "<D:href>" + text(address) + "</D:href>";
    }

    /** For elements and attributes; what XML does not know is left out. */
    static String text(String value) {
        StringBuilder safe = new StringBuilder();
        value.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\r' -> safe.append("&#13;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }
}
