package plenum.admin;

import java.text.MessageFormat;
import java.util.Locale;
import plenum.platform.Messages;

/** An action cannot be done; nothing was changed. What an admin is told is {@code admin.refused.REASON}. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String about;

    private final String key;

    RefusedException(String reason, String about) {
        this(reason, about, "admin.refused." + reason);
    }

    private RefusedException(String reason, String about, String key) {
        super(reason);
        this.reason = reason;
        this.about = about;
        this.key = key;
    }

    /** For a reason that the words of another feature say. */
    static RefusedException saying(String key) {
        return new RefusedException(key, "", key);
    }

    public String reason() {
        return reason;
    }

    /** In words. */
    public String in(Locale language) {
        return new MessageFormat(Messages.in(language).getString(key), language).format(new Object[] {about});
    }
}
