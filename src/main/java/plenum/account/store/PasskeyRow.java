package plenum.account.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.SecondFactors.Passkey;

/** A row of {@code account_passkey}; Hibernate fills the fields. */
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "account_passkey")
class PasskeyRow {
    @Id
    UUID id;

    UUID accountId;
    byte[] credentialId;
    byte[] credential;
    long counter;
    String name;
    Instant createdAt;
    Instant usedAt;

    protected PasskeyRow() {
        // for Hibernate
    }

    PasskeyRow(Passkey passkey) {
        this.id = passkey.id();
        this.accountId = passkey.account();
        this.credentialId = passkey.credentialId().clone();
        this.credential = passkey.credential().clone();
        this.counter = passkey.counter();
        this.name = passkey.name();
        this.createdAt = passkey.createdAt();
    }

    Passkey toPasskey() {
        return new Passkey(
                id, accountId, credentialId, credential, counter, name, createdAt, Optional.ofNullable(usedAt));
    }
}
