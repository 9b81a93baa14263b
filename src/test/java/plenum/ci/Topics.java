package plenum.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list of topics, {@code .ci/topics}: which there are, and which packages each has. */
record Topics(Set<String> names, Map<String, String> ofPackages) {

    static Topics read(Path root) throws IOException {
        return parse(Files.readString(root.resolve(".ci/topics")));
    }

    /** One topic a line: its name, then its packages. Lines that begin with {@code #} are comments. */
    static Topics parse(String list) {
        Set<String> names = new LinkedHashSet<>();
        Map<String, String> ofPackages = new HashMap<>();
        list.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(line -> {
            String[] words = line.split(" +");
            if (!names.add(words[0])) {
                throw new IllegalArgumentException("topic " + words[0] + " is listed twice");
            }
            Arrays.stream(words).skip(1).forEach(name -> {
                if (ofPackages.put(name, words[0]) != null) {
                    throw new IllegalArgumentException("package " + name + " has two topics");
                }
            });
        });
        return new Topics(names, ofPackages);
    }

    /** The topic of the longest listed package that is this one or encloses it. */
    Optional<String> of(String packageName) {
        return ofPackages.keySet().stream()
                .filter(listed -> packageName.equals(listed) || packageName.startsWith(listed + "."))
                .max(Comparator.comparingInt(String::length))
                .map(ofPackages::get);
    }
}
