package plenum.push;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.notice.Notice;
import plenum.platform.Messages;
import plenum.platform.Throttle;

/** Sends somebody a notice that says nothing, so that they see whether notices reach their devices, and how they look. */
@ApplicationScoped
@NullUnmarked
public class PushTrial {
    private static final Duration WANTED = Duration.ofMinutes(10);

    @Inject
    PushNotices notices;

    @Inject
    InstantSource clock;

    private Throttle sent;

    @PostConstruct
    void start() {
        sent = new Throttle(3, Duration.ofSeconds(10), clock);
    }

    /** To all of their devices; false when the last ones were a moment ago. */
    boolean send(Account account) {
        if (!sent.tryTake(account.id().toString())) {
            return false;
        }
        Messages texts = Messages.in(account.language());
        notices.tell(new Notice(
                account.id(),
                "push-test",
                texts.getString("push.test.title"),
                texts.getString("push.test.text"),
                "/settings",
                clock.instant().plus(WANTED)));
        return true;
    }
}
