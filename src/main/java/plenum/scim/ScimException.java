package plenum.scim;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** A request cannot be done; nothing was changed (RFC 7644 section 3.12). */
final class ScimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    private ScimException(int status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** @param type of RFC 7644 table 9, such as {@code invalidFilter} */
    static ScimException bad(String type, String detail) {
        return new ScimException(HttpServletResponse.SC_BAD_REQUEST, type, detail);
    }

    static ScimException missing(String what) {
        return new ScimException(HttpServletResponse.SC_NOT_FOUND, "", "There is no " + what + ".");
    }

    static ScimException taken(String detail) {
        return new ScimException(HttpServletResponse.SC_CONFLICT, "uniqueness", detail);
    }

    /** Any other status. */
    static ScimException of(int status, String detail) {
        return new ScimException(status, "", detail);
    }

    int status() {
        return status;
    }

    Optional<String> type() {
        return Optional.of(type).filter(text -> !text.isEmpty());
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
