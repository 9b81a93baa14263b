package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.SecretToken;

/**
 * WildFly is killed at random moments while a program stores events, guests are invited and reminders come due: each invitation and each reminder
 * is given, and none twice. Where a crash falls between sending and noting it, the second copy is the same mail.
 */
@Tag("calendar")
class CalendarAfterKillJourney {
    /** {@code -Dplenum.calendar.kills=50} for more. */
    private static final int KILLS = Integer.getInteger("plenum.calendar.kills", 2);

    /** Of one server: the launcher waits longer and longer before it starts again what keeps dying. */
    private static final int KILLS_OF_A_SERVER = 5;

    /** {@code -Dplenum.calendar.kills.seed=2} for other moments. */
    private static final int SEED = Integer.getInteger("plenum.calendar.kills.seed", 1);

    private static final int GUESTS = 8;
    private static final int EVENTS = 5;
    private static final int LATEST_KILL = 2500;
    private static final Duration BACK = Duration.ofSeconds(120);
    private static final Duration DELIVERY = Duration.ofSeconds(120);
    private static final String OWNER = "ada@example.org";
    private static final String WORD = "a-password-for-programs-a-password-for-pro";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final EventMails mails = new EventMails();
    private final PlenumProcess plenum = PlenumProcess.start("calendar-kills", mails.settings());
    private final DrivePeople people = new DrivePeople(plenum);
    private final HttpClient http = HttpClient.newHttpClient();
    private Random random = new Random(SEED);
    private final UUID account = UUID.randomUUID();
    private final UUID calendar = UUID.randomUUID();
    private int made;
    private final Set<String> titles = new HashSet<>();

    @AfterEach
    void stop() {
        plenum.close();
        mails.close();
    }

    /** Each server, and how often it is killed. */
    static Stream<Arguments> servers() {
        return IntStream.iterate(0, done -> done < KILLS, done -> done + KILLS_OF_A_SERVER)
                .mapToObj(
                        done -> Arguments.of(done / KILLS_OF_A_SERVER + 1, Math.min(KILLS - done, KILLS_OF_A_SERVER)));
    }

    @ParameterizedTest(name = "server {0}, killed {1} times")
    @MethodSource("servers")
    void noInvitationAndNoReminderIsLostOrDoubled(int server, int kills) {
        random = new Random(SEED + 1000L * server);
        people.execute("""
            insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
            values ('%1$s', '%3$s', 'Ada', 'USER', 'ACTIVE', 'en', 'Europe/Berlin', false, false, now());
            insert into calendar (id, account_id, name, colour, organisation, created_at) values ('%2$s', '%1$s', 'Work', 'TEAL', false, now());
            insert into app_password (id, account_id, name, token_hash, created_at) values (gen_random_uuid(), '%1$s', 'test', decode('%4$s', 'hex'), now())\
            """.formatted(account, calendar, OWNER, HexFormat.of().formatHex(SecretToken.hash(WORD))));
        for (int kill = 0; kill < kills; kill++) {
            CompletableFuture<Void> killed = CompletableFuture.runAsync(
                    () -> plenum.kill("wildfly"),
                    CompletableFuture.delayedExecutor(random.nextInt(LATEST_KILL), TimeUnit.MILLISECONDS));
            Deque<Runnable> unknown = new ArrayDeque<>();
            for (int event = 0; event < EVENTS && !killed.isDone(); event++) {
                store(unknown);
            }
            killed.join();
            Awaitility.await().atMost(BACK).until(this::answers);
            // whoever got no answer says it again: it is the same event
            unknown.forEach(Runnable::run);
        }
        Set<Mail> expected = new HashSet<>();
        for (String title : titles) {
            expected.add(new Mail(OWNER, "Reminder: " + title));
            for (int guest = 0; guest < GUESTS; guest++) {
                expected.add(new Mail(guest(guest), "Invitation: " + title));
            }
        }
        Awaitility.await().atMost(DELIVERY).until(() -> came().keySet().containsAll(expected));
        // a second copy would come from a mail that waits still
        Awaitility.await().atMost(DELIVERY).until(() -> people.ask("select count(*) from mail where state = 'WAITING'")
                .equals("0"));
        Map<Mail, Set<String>> came = came();
        assertThat(came.keySet()).isEqualTo(expected);
        assertThat(came)
                .allSatisfy(
                        (mail, ids) -> assertThat(ids).as("copies of %s", mail).hasSize(1));
        assertThat(people.ask(
                        "select count(*) || ' ' || count(distinct event_id) from calendar_reminder where not by_mail"))
                .as("reminders on pages")
                .isEqualTo(titles.size() + " " + titles.size());
        Measured.print("kills, events, mails, second copies: " + kills + ", " + titles.size() + ", " + came.size()
                + ", " + (mails.copies().size() - came.size()));
    }

    private record Mail(String to, String subject) {}

    /** The ids that each mail came with. */
    private Map<Mail, Set<String>> came() {
        Map<Mail, Set<String>> came = new HashMap<>();
        mails.copies().forEach(copy -> came.computeIfAbsent(new Mail(copy.to(), copy.subject()), key -> new HashSet<>())
                .add(copy.id()));
        return came;
    }

    /** One more event, of which somebody is reminded in some seconds. */
    private void store(Collection<Runnable> unknown) {
        String title = "Plan " + made++;
        titles.add(title);
        String text = soon(title);
        try {
            put(title, text);
        } catch (IOException e) {
            unknown.add(() -> again(title, text));
        }
    }

    private String soon(String title) {
        return event(title, Instant.now().plusSeconds(600 + 2 + random.nextInt(4)));
    }

    /** What is there is told once more as it was; what is not, with a time that is to come still. */
    private void again(String title, String text) {
        Awaitility.await().atMost(BACK).ignoreExceptions().until(() -> {
            put(title, send("GET", path(title), "") == 200 ? text : soon(title));
            return true;
        });
    }

    private String path(String title) {
        return "/dav/calendars/" + account + "/" + calendar + "/" + title.replace(' ', '-') + ".ics";
    }

    private void put(String title, String text) throws IOException {
        int status = send("PUT", path(title), text);
        if (status != 201 && status != 204) {
            throw new IOException("answer " + status);
        }
    }

    private boolean answers() {
        try {
            return send("PROPFIND", "/dav/", "") == 207;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private int send(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(plenum.page(path)))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body))
                .header("Depth", "0")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((OWNER + ":" + WORD).getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String guest(int number) {
        return "guest" + number + "@example.net";
    }

    private static String event(String title, Instant start) {
        StringBuilder guests = new StringBuilder();
        for (int guest = 0; guest < GUESTS; guest++) {
            guests.append("ATTENDEE:mailto:").append(guest(guest)).append("\n");
        }
        return """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            BEGIN:VEVENT
            UID:%1$s
            DTSTAMP:20261201T000000Z
            DTSTART:%2$s
            DURATION:PT1H
            SUMMARY:%1$s
            ORGANIZER:mailto:%3$s
            %4$sBEGIN:VALARM
            ACTION:EMAIL
            TRIGGER:-PT10M
            DESCRIPTION:x
            END:VALARM
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT10M
            DESCRIPTION:x
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """.formatted(title, STAMP.format(start), OWNER, guests).replace("\n", "\r\n");
    }
}
