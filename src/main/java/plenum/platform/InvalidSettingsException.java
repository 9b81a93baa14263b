package plenum.platform;

import java.util.List;

/** The settings cannot be used. The message has one sentence a line, which says what to write instead. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
