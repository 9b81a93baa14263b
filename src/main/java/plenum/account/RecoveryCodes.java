package plenum.account;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes that replace a lost second factor: ten, each usable once, of 50 random bits. */
final class RecoveryCodes {
    static final int COUNT = 10;
    private static final int LENGTH = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private RecoveryCodes() {}

    static List<String> draw(RandomGenerator random) {
        return Stream.generate(() -> one(random)).limit(COUNT).toList();
    }

    private static String one(RandomGenerator random) {
        String code = random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** As it is compared: neither case nor strokes and spaces matter. */
    static String normal(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
