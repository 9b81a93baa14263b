package plenum.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plenum.policy.SuiteModule;

/** Which addresses belong to which part of the suite. Parts without any are in meetings alone. */
final class SuiteAddresses {
    private SuiteAddresses() {}

    /** Pages and everything below them. */
    static List<String> of(SuiteModule module) {
        return switch (module) {
            case WHITEBOARD -> List.of("/board");
            case RECORDING -> List.of("/recordings", "/recording");
            case CALENDAR -> List.of("/calendar", "/answer", "/room-display", "/date-poll", "/feed", "/dav");
            case DRIVE -> List.of("/drive", "/files", "/uploads", "/s");
            case CHAT, TEAM, STREAM, CAPTIONS -> List.of();
        };
    }

    /** @param path begins with a slash, without the context's */
    static Optional<SuiteModule> module(String path) {
        return Arrays.stream(SuiteModule.values())
                .filter(module -> of(module).stream().anyMatch(page -> covers(page, path)))
                .findFirst();
    }

    private static boolean covers(String page, String path) {
        return path.equals(page) || path.equals(page + ".xhtml") || path.startsWith(page + "/");
    }
}
