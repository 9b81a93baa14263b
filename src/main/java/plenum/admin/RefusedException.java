package plenum.admin;

import java.text.MessageFormat;
import java.util.Locale;
import plenum.platform.Messages;

/** An action cannot be done; nothing was changed. What an admin is told is {@code admin.refused.REASON}. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String about;

    RefusedException(String reason, String about) {
        super(reason);
        this.reason = reason;
        this.about = about;
    }

    public String reason() {
        return reason;
    }

    /** In words. */
    public String in(Locale language) {
        return new MessageFormat(Messages.in(language).getString("admin.refused." + reason), language)
                .format(new Object[] {about});
    }
}
