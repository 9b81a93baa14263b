package plenum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** No version of a library is built in that nobody has looked at: docs/dependencies.md says when that was. */
@Tag("architecture")
class DependenciesTest {
    private static final Path REACTOR = Path.of(".mvn/reactor.xml");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| (\\S+) \\| (\\d{4}-\\d\\d-\\d\\d) \\|", Pattern.MULTILINE);
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    @Test
    void everyVersionInTheBuildHasBeenLookedAt() throws Exception {
        Map<String, String> built = new TreeMap<>();
        Map<String, String> properties = new HashMap<>();
        for (Document pom : build()) {
            properties(pom).forEach(properties::putIfAbsent);
            for (String kind : List.of("dependency", "artifactItem", "path")) {
                for (Element library : elements(pom.getElementsByTagName(kind))) {
                    add(built, library, properties);
                }
            }
            for (Element featurePack : elements(pom.getElementsByTagName("location"))) {
                String[] parts =
                        resolved(featurePack.getTextContent(), properties).split(":");
                built.put(parts[0] + ":" + parts[1], parts[2]);
            }
        }
        assertThat(lookedAt()).isEqualTo(built);
    }

    /** The parent, then its modules. */
    private static List<Document> build() throws Exception {
        List<Document> poms = new ArrayList<>();
        poms.add(read(REACTOR));
        for (Element module : elements(poms.getFirst().getElementsByTagName("module"))) {
            Path path = Path.of(".mvn").resolve(module.getTextContent());
            poms.add(read(Files.isDirectory(path) ? path.resolve("pom.xml") : path));
        }
        return poms;
    }

    private static Document read(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static void add(Map<String, String> built, Element library, Map<String, String> properties) {
        String version = child(library, "version");
        String group = child(library, "groupId");
        if (version != null && !"plenum".equals(group)) {
            built.put(group + ":" + child(library, "artifactId"), resolved(version, properties));
        }
    }

    private static Map<String, String> properties(Document pom) {
        Map<String, String> properties = new HashMap<>();
        for (Element block : elements(pom.getElementsByTagName("properties"))) {
            for (Element property : elements(block.getChildNodes())) {
                properties.put(property.getTagName(), property.getTextContent());
            }
        }
        return properties;
    }

    private static String resolved(String text, Map<String, String> properties) {
        return PROPERTY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(properties.getOrDefault(found.group(1), found.group())));
    }

    private static String child(Element parent, String name) {
        return elements(parent.getChildNodes()).stream()
                .filter(element -> element.getTagName().equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElse(null);
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static Map<String, String> lookedAt() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs/dependencies.md"))).results().forEach(row -> {
            LocalDate.parse(row.group(3));
            rows.put(row.group(1), row.group(2));
        });
        return rows;
    }
}
