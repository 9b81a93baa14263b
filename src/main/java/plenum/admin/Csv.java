package plenum.admin;

/** Cells of comma separated values (RFC 4180). */
final class Csv {
    private Csv() {}

    /** In quotes; what a spreadsheet would take for a formula begins with an apostrophe, so that nobody's name runs on an admin's machine. */
    static String cell(String text) {
        String safe = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
