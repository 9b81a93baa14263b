package plenum.protocol;

/** Thrown inside {@link RecordReader}; never leaves the package. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
