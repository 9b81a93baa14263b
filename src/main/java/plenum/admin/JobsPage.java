package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.NullUnmarked;
import plenum.job.JobBoard;
import plenum.platform.Messages;

/** Work that waits, runs, or was given up. */
@Named
@RequestScoped
@NullUnmarked
public class JobsPage extends ConsolePage {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    @Inject
    transient JobBoard board;

    public void retry(long number) {
        perform("job-retry", Map.of("job", Long.toString(number)));
    }

    /** What a kind of job does, in words; of a kind that this release does not know, its name. */
    public String does(String kind) {
        ResourceBundle texts = Messages.in(language());
        String key = "admin.job." + kind;
        return texts.containsKey(key) ? texts.getString(key) : kind;
    }

    public List<JobBoard.Waiting> getWaiting() {
        return board.waiting(0, MOST);
    }

    public List<JobBoard.Failed> getFailed() {
        return board.failed(0, MOST);
    }
}
