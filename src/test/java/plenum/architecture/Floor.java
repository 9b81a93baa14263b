package plenum.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Packages of one level of knowledge. Each imports from lower floors only, and on its own floor from packages to its left. */
record Floor(String name, List<Row> rows) {
    static Floor of(String name, Row... rows) {
        return new Floor(name, List.of(rows));
    }

    /**
     * What one package may depend on, beside itself and the JDK.
     *
     * @param name below {@code plenum}; a package below it has a row of its own
     * @param uses packages of ours
     * @param libraries prefixes of packages of others
     */
    record Row(String name, Set<String> uses, List<String> libraries) {
        static Row of(String name, String... uses) {
            return new Row(name, Set.of(uses), List.of());
        }

        Row with(String... more) {
            return new Row(
                    name,
                    uses,
                    Stream.concat(libraries.stream(), Stream.of(more)).toList());
        }

        boolean allows(String imported) {
            return imported.equals("plenum." + name)
                    || imported.startsWith("plenum.") && uses.contains(imported.substring("plenum.".length()))
                    || libraries.stream().anyMatch(imported::startsWith);
        }
    }
}
