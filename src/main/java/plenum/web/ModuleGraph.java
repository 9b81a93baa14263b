package plenum.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The import graph of the browser code: which modules a page needs, and a hash of all modules as they are now. */
final class ModuleGraph {
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export)\\b[^'\";()]*['\"](\\.[^'\"]+)['\"]", Pattern.MULTILINE);
    /** An import that a module makes when it wants to; those of types stand in comments. */
    private static final Pattern LATER = Pattern.compile("\\bimport\\(['\"](\\.[^'\"]+)['\"]\\)");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final int VERSION_LENGTH = 16;

    private final SortedMap<String, String> sources;

    /** @param sources by path below the folder of all, such as {@code media/peer.js} */
    ModuleGraph(Map<String, String> sources) {
        this.sources = new TreeMap<>(sources);
    }

    /** The module itself and all that it imports, directly or not; those that are needed first come first. */
    Collection<String> reachedFrom(String entry) {
        SequencedSet<String> reached = new LinkedHashSet<>(List.of(entry));
        Deque<String> unread = new ArrayDeque<>(reached);
        while (!unread.isEmpty()) {
            String path = unread.remove();
            Matcher imports = IMPORT.matcher(source(path));
            while (imports.find()) {
                String imported = resolve(path, imports.group(1));
                if (sources.containsKey(imported) && reached.add(imported)) {
                    unread.add(imported);
                }
            }
        }
        return reached;
    }

    /** The modules that are fetched on demand, by {@code import('…')}, from a module or one that it imports, and from those in turn. */
    Collection<String> importedLaterFrom(String entry) {
        SequencedSet<String> later = new LinkedHashSet<>();
        Deque<String> unread = new ArrayDeque<>(List.of(entry));
        while (!unread.isEmpty()) {
            for (String path : reachedFrom(unread.remove())) {
                Matcher imports = LATER.matcher(COMMENT.matcher(source(path)).replaceAll(""));
                while (imports.find()) {
                    String found = resolve(path, imports.group(1));
                    if (later.add(found)) {
                        unread.add(found);
                    }
                }
            }
        }
        return later;
    }

    String source(String path) {
        return sources.getOrDefault(path, "");
    }

    private static String resolve(String from, String relative) {
        Deque<String> place = new ArrayDeque<>(List.of(from.split("/")));
        place.removeLast();
        for (String step : relative.split("/")) {
            if (step.equals("..")) {
                place.pollLast();
            } else if (!step.equals(".")) {
                place.addLast(step);
            }
        }
        return String.join("/", place);
    }

    /**
     * Sixteen letters and digits: others as soon as any module is another.
     *
     * @param beside what is served beside the modules, by path
     */
    String version(Map<String, String> beside) {
        SortedMap<String, String> all = new TreeMap<>(sources);
        all.putAll(beside);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            all.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
