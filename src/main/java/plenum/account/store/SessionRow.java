package plenum.account.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Sessions.Session;

/** A row of {@code account_session}; Hibernate fills the fields. */
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "account_session")
class SessionRow {
    @Id
    UUID id;

    byte[] tokenHash;
    UUID accountId;
    String device;
    Instant createdAt;
    Instant seenAt;
    Instant confirmedAt;
    byte[] challenge;
    Instant challengeAt;

    protected SessionRow() {
        // for Hibernate
    }

    SessionRow(byte[] tokenHash, UUID accountId, String device, Instant now) {
        this.id = UUID.randomUUID();
        this.tokenHash = tokenHash.clone();
        this.accountId = accountId;
        this.device = device;
        this.createdAt = now;
        this.seenAt = now;
        this.confirmedAt = now;
    }

    Session toSession() {
        return new Session(id, device, createdAt, seenAt);
    }
}
