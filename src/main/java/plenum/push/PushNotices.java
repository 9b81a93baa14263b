package plenum.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import plenum.notice.Notice;

/** Stores notices for the devices of those whom they are for, in the transaction that they are fired in. */
@ApplicationScoped
@Transactional
public class PushNotices {
    @Inject
    PushKeys keys;

    @Inject
    PushOutbox outbox;

    @Inject
    InstantSource clock;

    /** Also for a notice that is for devices alone, such as a test. */
    public void tell(@Observes Notice notice) {
        Instant now = clock.instant();
        if (keys.isOn() && now.isBefore(notice.until())) {
            outbox.put(notice.account(), PushPayload.topic(notice.key()), PushPayload.of(notice), now, notice.until());
        }
    }
}
