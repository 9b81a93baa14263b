package plenum.meeting;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a personal room, as it stands in its address: 3 to 40 small letters, digits and hyphens. Names that look like a part of this server's are reserved, so
 * that nobody sends invitations in its name.
 */
public record RoomName(String text) {
    public static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");
    private static final Set<String> RESERVED = Set.of(
            "abuse",
            "account",
            "admin",
            "administration",
            "administrator",
            "api",
            "app",
            "billing",
            "calendar",
            "check",
            "conference",
            "drive",
            "health",
            "help",
            "hilfe",
            "info",
            "join",
            "login",
            "mail",
            "meeting",
            "meetings",
            "moderator",
            "new",
            "noreply",
            "null",
            "official",
            "openid",
            "operator",
            "plenum",
            "postmaster",
            "recordings",
            "register",
            "reset",
            "root",
            "scim",
            "security",
            "server",
            "service",
            "sign-in",
            "sign-out",
            "status",
            "support",
            "system",
            "team",
            "test",
            "undefined",
            "verwaltung",
            "webmaster",
            "welcome",
            "www");

    /** Capital letters become small ones. Empty when it is no such name. */
    public static Optional<RoomName> parse(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(name).matches() && !name.contains("--") && !RESERVED.contains(name)
                ? Optional.of(new RoomName(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
