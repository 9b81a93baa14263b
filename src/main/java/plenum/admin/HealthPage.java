package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import plenum.health.HealthCheck;
import plenum.health.HealthReport;
import plenum.mail.MailBoard;
import plenum.media.MediaGateway;
import plenum.platform.Settings;

/** The checks of {@code /health} and a few more, each with what to do when it fails. */
@Named
@RequestScoped
@NullUnmarked
public class HealthPage extends ConsolePage {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_SECONDS = 5;

    @Inject
    transient HealthCheck checks;

    @Inject
    transient MailBoard mail;

    @Inject
    transient Settings settings;

    /**
     * One check.
     *
     * @param key what was looked at: {@code admin.health.KEY}, and {@code admin.health.KEY.do} for what to do
     * @param about which one of several
     */
    public record Row(String key, String about, boolean good) {}

    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        HealthReport report = checks.report()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        rows.add(new Row("database", "", report.database()));
        for (MediaGateway.ServerHealth server : report.mediaServers()) {
            rows.add(new Row("media", server.address(), server.up()));
        }
        rows.add(new Row("mail", "", settings.services().smtp().isPresent()));
        rows.add(new Row("mail-failed", "", mail.count(MailBoard.State.FAILED) == 0));
        rows.add(new Row("secret", "", settings.services().accounts().secret().isPresent()));
        rows.add(new Row("address", "", settings.publicUrl().isPresent()));
        return rows;
    }
}
