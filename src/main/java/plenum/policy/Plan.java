package plenum.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A plan: what its accounts may do, and how much.
 *
 * @param key names it in the database and in commands: small letters, digits and hyphens
 * @param name as people read it
 * @param people most in a meeting; zero: as many as the server takes
 * @param storageMegabytes most that is stored; zero: as much as there is
 */
public record Plan(String key, String name, Set<Ability> abilities, int people, long storageMegabytes) {
    public static final int LONGEST_NAME = 80;
    private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

    public Plan {
        if (!isKey(key) || name.isBlank() || name.length() > LONGEST_NAME || people < 0 || storageMegabytes < 0) {
            throw new IllegalArgumentException("not a plan");
        }
        EnumSet<Ability> copy = EnumSet.noneOf(Ability.class);
        copy.addAll(abilities);
        abilities = Collections.unmodifiableSet(copy);
    }

    public static boolean isKey(String text) {
        return text.matches(KEY);
    }

    public boolean includes(Ability ability) {
        return abilities.contains(ability);
    }
}
