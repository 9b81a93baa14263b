package plenum.account;

import java.util.List;

/** The addresses that require signing in or a role. */
enum PageAccess {
    EVERYBODY,
    SIGNED_IN,
    ADMIN;

    /** Pages and everything below them; those that are not named are for everybody. */
    private static final List<Rule> RULES = List.of(
            new Rule("/admin", ADMIN),
            new Rule("/account", SIGNED_IN),
            new Rule("/calendar", SIGNED_IN),
            new Rule("/drive", SIGNED_IN),
            new Rule("/meetings", SIGNED_IN),
            new Rule("/recordings", SIGNED_IN));

    /** @param path begins with a slash, without the context's */
    static PageAccess of(String path) {
        return RULES.stream()
                .filter(rule -> rule.covers(path))
                .map(Rule::access)
                .findFirst()
                .orElse(EVERYBODY);
    }

    private record Rule(String page, PageAccess access) {
        boolean covers(String path) {
            return path.equals(page) || path.equals(page + ".xhtml") || path.startsWith(page + "/");
        }
    }
}
