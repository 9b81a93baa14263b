package plenum.launcher;

/** Why Plenum cannot start or go on, in sentences for the person at the terminal: what happened and what to do. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentences;

    public StartFailure(String sentences) {
        super(sentences);
        this.sentences = sentences;
    }

    public StartFailure(String sentences, Throwable cause) {
        super(sentences, cause);
        this.sentences = sentences;
    }

    String sentences() {
        return sentences;
    }
}
