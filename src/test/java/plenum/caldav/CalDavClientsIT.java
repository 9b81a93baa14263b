package plenum.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;
import plenum.it.SqlForTests;

/** Programs of others, from Debian: python3-caldav works with a calendar, and vdirsyncer keeps a folder of files and a calendar alike. */
@Tag("caldav")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CalDavClientsIT {
    private static final String PYTHON = "/usr/bin/python3"; // Debian's, which has its packages
    private static final String SYNCER = "/usr/bin/vdirsyncer";
    private static final Path CLIENT = Path.of("src/test/resources/calendar/client.py");
    private static final String SERIES = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Test//EN
        BEGIN:VEVENT
        UID:series
        DTSTAMP:20261129T120000Z
        SUMMARY:Weekly
        DTSTART;TZID=Europe/Zurich:20261207T090000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;COUNT=5
        EXDATE;TZID=Europe/Zurich:20261221T090000
        END:VEVENT
        BEGIN:VEVENT
        UID:series
        DTSTAMP:20261129T120000Z
        SUMMARY:Moved
        RECURRENCE-ID;TZID=Europe/Zurich:20261214T090000
        DTSTART;TZID=Europe/Zurich:20261215T140000
        DURATION:PT2H
        END:VEVENT
        END:VCALENDAR
        """.replace("\n", "\r\n");

    private SignedInForTests person;
    private String word;

    @TempDir
    private Path folder;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() throws Exception {
        person = SignedInForTests.create("USER", "ACTIVE");
        word = person.programPassword();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", List.of(command).getFirst(), said)
                .isTrue();
        return said;
    }

    @Test
    void python3CaldavCreatesChangesListsAndDeletes() throws Exception {
        assertThat(run(PYTHON, CLIENT.toString(), Deployments.site() + "/dav/", person.email(), word))
                .endsWith("done\n");
    }

    @Test
    void vdirsyncerKeepsAFolderAndACalendarAlike() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files/work"));
        Files.writeString(files.resolve("series.ics"), SERIES);
        Path settings = folder.resolve("config");
        Files.writeString(settings, """
            [general]
            status_path = "%1$s/status/"
            [pair both]
            a = "here"
            b = "there"
            collections = [["work", "work", "work"]]
            [storage here]
            type = "filesystem"
            path = "%1$s/files/"
            fileext = ".ics"
            [storage there]
            type = "caldav"
            url = "%2$s/dav/"
            username = "%3$s"
            password = "%4$s"
            """.formatted(folder, Deployments.site(), person.email(), word));
        run("/bin/sh", "-c", "yes | " + SYNCER + " -c " + settings + " discover both");
        run(SYNCER, "-c", settings.toString(), "sync");
        assertThat(titles()).containsExactly("Moved", "Weekly");
        // a change there comes here, with all that the series had
        change("update calendar_event set title = 'Changed there', changed_at = now() where instead_of is null");
        run(SYNCER, "-c", settings.toString(), "sync");
        assertThat(only(files))
                .contains(
                        "SUMMARY:Changed there",
                        "RRULE:FREQ=WEEKLY;COUNT=5",
                        "EXDATE;TZID=Europe/Zurich:20261221T090000",
                        "RECURRENCE-ID;TZID=Europe/Zurich:20261214T090000",
                        "SUMMARY:Moved");
        // and one here goes there
        Path file = first(files);
        Files.writeString(file, only(files).replace("Changed there", "Changed here"));
        run(SYNCER, "-c", settings.toString(), "sync");
        assertThat(titles()).containsExactly("Changed here", "Moved");
        run(SYNCER, "-c", settings.toString(), "sync");
        Files.delete(first(files));
        Files.writeString(
                files.resolve("other.ics"),
                SERIES.replace("UID:series", "UID:other").replace("Weekly", "Other"));
        run(SYNCER, "-c", settings.toString(), "sync");
        assertThat(titles()).containsExactly("Moved", "Other");
    }

    private static Path first(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.filter(file -> file.toString().endsWith(".ics"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String only(Path files) throws IOException {
        return Files.readString(first(files));
    }

    private void change(String statement) {
        SqlForTests.execute(
                statement + " and calendar_id in (select id from calendar where account_id = ?)", person.account());
    }

    private List<String> titles() throws Exception {
        try (Connection connection = SqlForTests.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select e.title from calendar_event e join calendar c on c.id = e.calendar_id where c.account_id = ? order by e.title")) {
            query.setObject(1, person.account());
            ResultSet rows = query.executeQuery();
            Stream.Builder<String> titles = Stream.builder();
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
            return titles.build().toList();
        }
    }
}
