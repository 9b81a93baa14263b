package plenum.caldav;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The XML body of a request. Entities and document types are refused. */
final class DavRequest {
    private final Element root;

    private DavRequest(Element root) {
        this.root = root;
    }

    /** It is no XML, or one that a peer does not need. */
    static final class BadXmlException extends Exception {
        private static final long serialVersionUID = 1L;

        BadXmlException(String why) {
            super(why);
        }
    }

    static DavRequest parse(String text) throws BadXmlException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new DavRequest(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK reads XML", e);
        } catch (SAXException | IOException e) {
            throw new BadXmlException("no XML that can be read");
        }
    }

    DavName name() {
        return name(root);
    }

    private static DavName name(Element element) {
        return new DavName(
                Optional.ofNullable(element.getNamespaceURI()).orElse(""),
                Optional.ofNullable(element.getLocalName()).orElse(element.getTagName()));
    }

    /** The properties that are asked for; empty for all. */
    List<DavName> properties() {
        return child(root, DavName.dav("prop"))
                .map(prop -> children(prop).stream().map(DavRequest::name).toList())
                .orElse(List.of());
    }

    List<String> hrefs() {
        return children(root).stream()
                .filter(element -> name(element).equals(DavName.dav("href")))
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** Text of a direct child; empty without one. */
    String text(DavName name) {
        return child(root, name)
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    /** Text of the first element of this name, however deep. */
    Optional<String> deep(DavName name) {
        return first(name).map(element -> element.getTextContent().strip());
    }

    /** An attribute of the first element of this name, however deep. */
    Optional<String> attribute(DavName name, String attribute) {
        return first(name).map(element -> element.getAttribute(attribute)).filter(text -> !text.isEmpty());
    }

    /** Whether there is an element of this name, however deep. */
    boolean has(DavName name) {
        return first(name).isPresent();
    }

    private Optional<Element> first(DavName name) {
        Node found = root.getElementsByTagNameNS(name.space(), name.name()).item(0);
        return found instanceof Element element ? Optional.of(element) : Optional.empty();
    }

    /** Names of all elements within those of this name. */
    List<DavName> namesWithin(DavName name) {
        List<DavName> found = new ArrayList<>();
        var all = root.getElementsByTagNameNS(name.space(), name.name());
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                children(element).forEach(child -> found.add(name(child)));
            }
        }
        return found;
    }

    /** The {@code name} of each filter of components, outermost first. */
    List<String> filters() {
        List<String> found = new ArrayList<>();
        var all = root.getElementsByTagNameNS(DavName.CALDAV, "comp-filter");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                found.add(element.getAttribute("name"));
            }
        }
        return found;
    }

    private static Optional<Element> child(Element of, DavName name) {
        return children(of).stream()
                .filter(element -> name(element).equals(name))
                .findFirst();
    }

    private static List<Element> children(Element of) {
        List<Element> found = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
