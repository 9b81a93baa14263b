package plenum.platform;

import java.util.List;

/** The configuration cannot be used; the message says, one sentence a line, what to write instead. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
