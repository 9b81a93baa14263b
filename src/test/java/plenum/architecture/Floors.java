package plenum.architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.architecture.Floor.Row;

/**
 * The floors of the application, lowest first: every package, and what it may depend on. A package without a row may depend on nothing and be
 * used by nobody. {@code docs/architecture.md} says what each package knows.
 */
final class Floors {
    private static final String[] CDI = {
        "jakarta.annotation", "jakarta.enterprise", "jakarta.inject", "jakarta.transaction"
    };
    private static final String[] STORE = {
        "jakarta.annotation",
        "jakarta.enterprise",
        "jakarta.inject",
        "jakarta.persistence",
        "jakarta.transaction",
        "javax.sql",
        "org.hibernate"
    };
    private static final String HTTP = "jakarta.servlet";
    private static final String[] PAGES = {"jakarta.faces", "org.primefaces"};
    private static final String JSON = "com.fasterxml.jackson";
    private static final String WEB_SOCKETS = "jakarta.websocket";

    private static final List<Floor> FLOORS = List.of(
            Floor.of(
                    "base",
                    Row.of("platform").with(CDI).with(HTTP, "org.eclipse.microprofile", "io.nayuki.qrcodegen"),
                    Row.of("protocol").with(JSON),
                    Row.of("job").with(JSON),
                    Row.of("job.store", "job", "platform").with(STORE).with("com.github.kagkarlsson"),
                    Row.of("audit", "platform"),
                    Row.of("audit.store", "audit", "platform").with(STORE),
                    Row.of("mail", "job", "platform")
                            .with(CDI)
                            .with("jakarta.mail", "jakarta.activation", "io.pebbletemplates"),
                    Row.of("mail.store", "mail", "job").with(STORE),
                    Row.of("storage", "job", "platform").with(CDI),
                    Row.of("storage.store", "storage").with(STORE),
                    Row.of("socket", "platform").with(CDI).with(HTTP, WEB_SOCKETS)),
            Floor.of(
                    "people",
                    Row.of("account", "mail", "job", "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON, "com.webauthn4j", "org.bouncycastle"),
                    Row.of("account.store", "account", "mail", "platform").with(STORE),
                    Row.of("openid", "account", "mail", "job", "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, "com.nimbusds"),
                    Row.of("openid.store", "openid", "platform").with(STORE),
                    Row.of("notice"),
                    Row.of("policy", "account", "platform").with(CDI),
                    Row.of("policy.store", "policy").with(STORE),
                    Row.of("brand", "platform").with(CDI),
                    Row.of("privacy", "account", "mail", "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON),
                    Row.of("brand.store", "brand").with(STORE)),
            Floor.of(
                    "meeting",
                    Row.of("media", "platform"),
                    Row.of("media.kurento", "media", "platform").with("org.kurento"),
                    Row.of("meeting", "account", "platform"),
                    Row.of("meeting.store", "meeting", "platform").with(STORE).with("org.flywaydb")),
            Floor.of(
                    "live",
                    Row.of("conference", "meeting", "account", "audit", "protocol", "platform"),
                    Row.of("moderation", "conference", "meeting", "audit", "protocol", "platform"),
                    Row.of("stream", "conference", "meeting", "media", "protocol", "platform"),
                    Row.of("door", "conference", "meeting", "account", "audit", "protocol", "platform"),
                    Row.of("check", "media", "protocol", "platform"),
                    Row.of("chat", "conference", "meeting", "audit", "protocol", "platform"),
                    Row.of("chat.store", "chat").with(STORE),
                    Row.of("poll", "conference", "chat", "meeting", "audit", "protocol", "platform"),
                    Row.of("poll.store", "poll").with(STORE),
                    Row.of("reaction", "conference", "meeting", "audit", "protocol", "platform"),
                    Row.of("reaction.store", "reaction").with(STORE),
                    Row.of("breakout", "conference", "chat", "account", "audit", "protocol", "platform"),
                    Row.of("breakout.store", "breakout").with(STORE),
                    Row.of("timer", "conference", "account", "audit", "protocol", "platform"),
                    Row.of("timer.store", "timer").with(STORE),
                    Row.of("secrecy", "conference", "protocol", "platform"),
                    Row.of("ink", "conference", "audit", "protocol", "platform"),
                    Row.of(
                                    "recording",
                                    "stream",
                                    "conference",
                                    "media",
                                    "policy",
                                    "account",
                                    "storage",
                                    "mail",
                                    "audit",
                                    "job",
                                    "protocol",
                                    "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON),
                    Row.of("recording.store", "recording", "platform").with(STORE),
                    Row.of("whiteboard", "conference", "audit", "protocol", "platform")
                            .with(CDI)
                            .with(HTTP),
                    Row.of("whiteboard.store", "whiteboard").with(STORE)),
            Floor.of(
                    "work",
                    Row.of("drive.probe").with("org.apache.pdfbox"),
                    Row.of("drive", "policy", "account", "storage", "mail", "job", "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON),
                    Row.of("drive.store", "drive", "storage", "platform")
                            .with(STORE)
                            .with(JSON),
                    Row.of("push", "notice", "account", "job", "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON, "org.bouncycastle"),
                    Row.of("push.store", "push").with(STORE),
                    Row.of("booking", "account", "audit", "mail", "job", "platform")
                            .with(CDI)
                            .with(PAGES),
                    Row.of("booking.store", "booking", "platform").with(STORE),
                    Row.of(
                                    "calendar",
                                    "notice",
                                    "booking",
                                    "drive",
                                    "conference",
                                    "meeting",
                                    "policy",
                                    "account",
                                    "storage",
                                    "mail",
                                    "job",
                                    "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON, "net.fortuna.ical4j"),
                    Row.of("imip", "calendar", "mail", "job", "platform")
                            .with(CDI)
                            .with("jakarta.mail"),
                    Row.of("calendar.store", "calendar", "meeting", "account", "mail", "platform")
                            .with(STORE)),
            Floor.of(
                    "edge",
                    Row.of("caldav", "calendar", "booking", "account", "mail", "platform")
                            .with(CDI)
                            .with(HTTP, "javax.xml", "org.w3c.dom", "org.xml.sax"),
                    Row.of("health", "meeting.store", "media", "platform")
                            .with(CDI)
                            .with(JSON),
                    Row.of("ingress", "health", "platform").with(CDI).with(HTTP, "io.undertow", "org.xnio"),
                    Row.of("desk", "audit", "conference", "meeting", "account", "protocol", "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP),
                    Row.of(
                                    "web",
                                    "recording",
                                    "desk",
                                    "conference",
                                    "meeting",
                                    "policy",
                                    "brand",
                                    "account",
                                    "mail",
                                    "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON),
                    Row.of(
                                    "signaling",
                                    "desk",
                                    "socket",
                                    "check",
                                    "conference",
                                    "meeting",
                                    "account",
                                    "protocol",
                                    "platform")
                            .with(CDI)
                            .with(WEB_SOCKETS),
                    Row.of("person", "signaling", "socket", "calendar", "notice", "account", "protocol", "platform")
                            .with(CDI)
                            .with(WEB_SOCKETS),
                    Row.of("scim", "account", "audit", "mail", "platform")
                            .with(CDI)
                            .with(HTTP, JSON),
                    Row.of("scim.store", "scim", "platform").with(STORE),
                    Row.of(
                                    "admin",
                                    "drive",
                                    "recording",
                                    "storage",
                                    "scim",
                                    "openid",
                                    "privacy",
                                    "health",
                                    "conference",
                                    "meeting",
                                    "media",
                                    "policy",
                                    "brand",
                                    "account",
                                    "audit",
                                    "mail",
                                    "job",
                                    "platform")
                            .with(CDI)
                            .with(PAGES)
                            .with(HTTP, JSON, "org.eclipse.microprofile"),
                    Row.of("admin.store", "admin").with(STORE)),
            Floor.of(
                    "root",
                    Row.of(
                                    "assembly",
                                    "signaling",
                                    "socket",
                                    "desk",
                                    "moderation",
                                    "stream",
                                    "door",
                                    "check",
                                    "chat",
                                    "poll",
                                    "reaction",
                                    "breakout",
                                    "timer",
                                    "secrecy",
                                    "ink",
                                    "whiteboard",
                                    "recording",
                                    "drive",
                                    "job",
                                    "conference",
                                    "meeting",
                                    "policy",
                                    "account",
                                    "media",
                                    "media.kurento",
                                    "audit",
                                    "protocol",
                                    "platform")
                            .with(CDI)));

    private Floors() {}

    /** Of all floors, lowest and leftmost first. */
    static List<Row> rows() {
        return FLOORS.stream().flatMap(floor -> floor.rows().stream()).toList();
    }

    static Optional<Row> row(String packageName) {
        return rows().stream()
                .filter(row -> packageName.equals("plenum." + row.name()))
                .findFirst();
    }

    /** What a row names that is neither on a lower floor nor to its left. */
    static Stream<String> climbing() {
        List<String> order = rows().stream().map(Row::name).toList();
        return rows().stream().flatMap(row -> row.uses().stream()
                .filter(used -> !order.contains(used) || order.indexOf(used) >= order.indexOf(row.name()))
                .map(used -> row.name() + " uses " + used));
    }
}
