package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("web")
class ModuleGraphTest {
    private final Map<String, String> sources = new HashMap<>(Map.of(
            "main.js",
            "import { a } from './media/a.js';\n"
                    + "import './ui/b.js';\n"
                    + "import { gone } from './gone.js';\n"
                    + "// import './ui/c.js'\n",
            "media/a.js",
            "import {\n  b,\n} from '../ui/b.js';\nexport const a = b;\n",
            "ui/b.js",
            "export { c } from './c.js';\nimport { a } from '../media/a.js';\nconst text = \"import './d.js'\";\n",
            "ui/c.js",
            "export const c = 'from ./d.js';\n",
            "ui/d.js",
            ""));

    @Test
    void findsWhatAPageNeedsAndNothingElse() {
        assertThat(new ModuleGraph(sources).reachedFrom("main.js"))
                .containsExactly("main.js", "media/a.js", "ui/b.js", "ui/c.js");
    }

    @Test
    void hasAnotherNameAsSoonAsAnythingChanges() {
        String before = new ModuleGraph(sources).version(Map.of());
        assertThat(before).matches("[0-9a-f]{16}").isEqualTo(new ModuleGraph(Map.copyOf(sources)).version(Map.of()));

        assertThat(new ModuleGraph(sources).version(Map.of("later.de.json", "{}")))
                .isNotEqualTo(before);
        sources.put("ui/d.js", " ");
        assertThat(new ModuleGraph(sources).version(Map.of())).isNotEqualTo(before);
    }

    @Test
    void findsWhatIsImportedLaterAndNoTypes() {
        sources.put(
                "ui/c.js",
                "/** @type {import('./type.js').T} */\nexport function later() {\n  return import('./d.js')\n}\n");
        ModuleGraph graph = new ModuleGraph(sources);
        assertThat(graph.importedLaterFrom("main.js")).containsExactly("ui/d.js");
        assertThat(graph.reachedFrom("main.js")).doesNotContain("ui/d.js");
    }

    @Test
    void findsWhatIsImportedLaterByWhatIsImportedLater() {
        sources.put("ui/c.js", "export const later = () => import('./d.js');\n");
        sources.put("ui/d.js", "import './e.js';\n");
        sources.put("ui/e.js", "export const later = () => import('../media/f.js');\n");
        assertThat(new ModuleGraph(sources).importedLaterFrom("main.js")).containsExactly("ui/d.js", "media/f.js");
    }

    /** Every module that is more than types is found by imports: otherwise a page would wait for it. The view of the meeting comes later. */
    @Test
    void findsTheModulesOfTheStage() throws IOException {
        Map<String, String> all = BrowserCode.sources();
        ModuleGraph graph = new ModuleGraph(all);

        assertThat(Stream.concat(BrowserCode.entries().stream(), graph.importedLaterFrom("main.js").stream())
                        .flatMap(entry -> graph.reachedFrom(entry).stream())
                        .distinct())
                .containsAll(all.keySet().stream()
                        .filter(path -> !all.get(path).endsWith("export {};\n"))
                        .toList());
    }

    /** What a moderator's desk and the settings' page need is theirs alone, also later. */
    @Test
    void aMeetingLoadsNothingOfThePagesBesideIt() throws IOException {
        ModuleGraph graph = new ModuleGraph(BrowserCode.sources());
        Stream<String> later = graph.importedLaterFrom("main.js").stream();
        assertThat(Stream.concat(Stream.of("main.js"), later).flatMap(entry -> graph.reachedFrom(entry).stream()))
                .contains("stage/meeting-page.js")
                .noneMatch(path -> path.startsWith("desk/"))
                .doesNotContain("settings/personal-page.js");
    }
}
