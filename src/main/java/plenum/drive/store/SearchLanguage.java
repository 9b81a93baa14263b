package plenum.drive.store;

/** PostgreSQL's text search configuration of each of our languages. */
final class SearchLanguage {
    private SearchLanguage() {}

    static String of(String language) {
        return switch (language) {
            case "de" -> "german";
            case "en" -> "english";
            case "fr" -> "french";
            case "it" -> "italian";
            case "es" -> "spanish";
            default -> "simple";
        };
    }
}
