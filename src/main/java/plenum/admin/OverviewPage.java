package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.AccountSearch;
import plenum.job.JobBoard;
import plenum.mail.MailBoard;
import plenum.media.MediaFleet;

/** The console's first page: how this server is, and how it was during the last day. */
@Named
@RequestScoped
@NullUnmarked
public class OverviewPage extends ConsolePage {
    private static final long serialVersionUID = 1L;
    private static final double MEGABYTE = 1_000_000;

    @Inject
    transient Pulse pulse;

    @Inject
    transient Figures figures;

    @Inject
    transient AccountSearch accounts;

    @Inject
    transient MailBoard mail;

    @Inject
    transient JobBoard jobs;

    @Inject
    transient MediaFleet fleet;

    @Inject
    transient InstantSource clock;

    private transient Pulse.Sample now;

    /** A number with its words, and where more is said. */
    public record Tile(String key, String value, String page, boolean warns) {}

    /** What is to be seen at a glance. */
    public List<Tile> getTiles() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        long failedMails = figures.failedMails(yesterday);
        long failedJobs = figures.failedJobs(yesterday);
        long errors = pulse.day().stream().mapToLong(Pulse.Sample::errors).sum() + sample().errors();
        long up = fleet.servers().stream().filter(MediaFleet.Server::up).count();
        return List.of(
                new Tile("people", number(sample().people()), "meetings", false),
                new Tile("meetings", number(sample().meetings()), "meetings", false),
                new Tile("users", number(accounts.count(AccountSearch.Wanted.all())), "users", false),
                new Tile("media", up + " / " + fleet.servers().size(), "media", up == 0),
                new Tile("storage", size(figures.databaseBytes()), "health", false),
                new Tile("files", size(figures.fileBytes()), "storage", false),
                new Tile("mail", number(mail.count(MailBoard.State.WAITING)), "mail", false),
                new Tile("mail-failed", number(failedMails), "mail", failedMails > 0),
                new Tile("jobs-failed", number(failedJobs), "jobs", failedJobs > 0),
                new Tile("errors", number(errors), "health", errors > 0));
    }

    public String getPeopleChart() {
        return chart("people", Pulse.Sample::people);
    }

    public String getMeetingsChart() {
        return chart("meetings", Pulse.Sample::meetings);
    }

    /** A line for each media server. */
    public String getLoadChart() {
        Map<String, ToDoubleFunction<Pulse.Sample>> lines = new TreeMap<>();
        day().stream()
                .flatMap(sample -> sample.loads().keySet().stream())
                .forEach(server -> lines.put(server, sample -> sample.loads().getOrDefault(server, 0.0)));
        return Charts.lines(labels(), day(), lines);
    }

    public String getMailChart() {
        return chart("mail", Pulse.Sample::mails);
    }

    public String getStorageChart() {
        return chart("storage", sample -> sample.bytes() / MEGABYTE);
    }

    public String getErrorsChart() {
        return chart("errors", Pulse.Sample::errors);
    }

    /** The most of the last day, in words for whoever does not see the chart. */
    public String most(String what) {
        return number(day().stream()
                .mapToDouble(sample -> switch (what) {
                    case "people" -> sample.people();
                    case "meetings" -> sample.meetings();
                    case "load" -> sample.load();
                    case "mail" -> sample.mails();
                    case "storage" -> sample.bytes() / MEGABYTE;
                    default -> sample.errors();
                })
                .max()
                .orElse(0));
    }

    private String chart(String what, ToDoubleFunction<Pulse.Sample> value) {
        return Charts.lines(labels(), day(), Map.of(text("admin.overview." + what), value));
    }

    private List<String> labels() {
        DateTimeFormatter hours =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language());
        return day().stream()
                .map(sample ->
                        hours.format(sample.at().atZone(user.person().account().zone())))
                .toList();
    }

    private List<Pulse.Sample> day() {
        return Stream.concat(pulse.day().stream(), Stream.of(sample())).toList();
    }

    private Pulse.Sample sample() {
        if (now == null) {
            now = pulse.now();
        }
        return now;
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getIntegerInstance(language());
        return format.format(Math.round(value));
    }
}
