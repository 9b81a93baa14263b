package plenum.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import plenum.mail.MailAddress;

/**
 * A person who can sign in. Created when an e-mail address has been proven by a link that was sent to it; deleted by its owner or an admin.
 *
 * @param email what they sign in with; no two accounts have the same
 * @param language one of the five of the pages
 * @param zone theirs, for times that they are shown
 */
public record Account(
        UUID id,
        MailAddress email,
        DisplayName name,
        AccountRole role,
        AccountState state,
        Locale language,
        ZoneId zone,
        MeetingDefaults defaults,
        Instant createdAt) {

    /** How somebody likes to enter meetings. */
    public record MeetingDefaults(boolean muted, boolean cameraOff) {
        public static MeetingDefaults standard() {
            return new MeetingDefaults(false, false);
        }
    }

    public boolean isAdmin() {
        return role == AccountRole.ADMIN;
    }

    /** Names and addresses stay out of logs. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
