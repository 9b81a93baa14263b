package plenum.account.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.AccountRole;
import plenum.account.AccountState;
import plenum.account.DisplayName;
import plenum.mail.MailAddress;

/** A row of {@code account}; Hibernate fills the fields. */
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "account")
class AccountRow {
    @Id
    UUID id;

    String email;
    String name;
    String passwordHash;

    @Enumerated(EnumType.STRING)
    AccountRole role;

    @Enumerated(EnumType.STRING)
    AccountState state;

    String language;
    String zone;
    boolean muted;
    boolean cameraOff;
    Instant createdAt;
    Instant signedInAt;
    byte[] totpSecret;
    Long totpStep;

    protected AccountRow() {
        // for Hibernate
    }

    void setProfile(Account account) {
        name = account.name().text();
        language = account.language().getLanguage();
        zone = account.zone().getId();
        muted = account.defaults().muted();
        cameraOff = account.defaults().cameraOff();
    }

    Account toAccount() {
        return new Account(
                id,
                new MailAddress(email),
                new DisplayName(name),
                role,
                state,
                Locale.of(language),
                ZoneId.of(zone),
                new Account.MeetingDefaults(muted, cameraOff),
                createdAt);
    }
}
