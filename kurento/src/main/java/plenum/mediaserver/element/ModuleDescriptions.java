package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.Factory;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.Operation;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;

/** The server's description of itself: its modules and their interface descriptions (kmd), generated from the catalog. */
final class ModuleDescriptions {
    /** The version of Kurento's interface that is spoken. */
    static final String VERSION = "7.3.0";

    private static final List<String> MODULES = List.of("core", "elements");
    private static final DateTimeFormatter BUILD_TIME =
            DateTimeFormatter.ofPattern("MMM dd yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ElementCatalog catalog;
    private final String generated;

    /** There is no build of modules to date: they are as old as the running server. */
    ModuleDescriptions(ElementCatalog catalog, Instant started) {
        this.catalog = catalog;
        this.generated = BUILD_TIME.format(started);
    }

    ObjectNode serverInfo() {
        ObjectNode info = KurentoJson.complex("ServerInfo").put("type", "KMS").put("version", VERSION + "~plenum");
        info.set("capabilities", KurentoJson.array(List.of("transactions"), KurentoJson::text));
        info.set("modules", KurentoJson.array(MODULES, this::moduleInfo));
        return info;
    }

    /** The description of a module, as text. */
    JsonNode kmd(String module) {
        if (!MODULES.contains(module)) {
            throw new RequestRefused(ErrorCode.UNDEFINED, "Requested kmd module doesn't exist");
        }
        ObjectNode kmd =
                KurentoJson.object().put("name", module).put("version", VERSION).put("kurentoVersion", VERSION);
        kmd.set("remoteClasses", KurentoJson.array(classesOf(module), this::describe));
        return KurentoJson.text(kmd.toString());
    }

    private ObjectNode moduleInfo(String module) {
        ObjectNode info = KurentoJson.complex("ModuleInfo")
                .put("name", module)
                .put("version", VERSION + "~plenum")
                .put("generationTime", generated);
        List<String> names = catalog.factories().stream()
                .map(Factory::remoteClass)
                .filter(remoteClass -> remoteClass.module().equals(module))
                .map(RemoteClass::name)
                .sorted()
                .toList();
        info.set("factories", KurentoJson.array(names, KurentoJson::text));
        return info;
    }

    private Set<RemoteClass> classesOf(String module) {
        Set<RemoteClass> classes = new LinkedHashSet<>();
        for (Factory factory : catalog.factories()) {
            classes.addAll(factory.remoteClass().hierarchy().reversed());
            classes.add(factory.remoteClass());
        }
        classes.add(ServerManager.SERVER_MANAGER);
        classes.removeIf(remoteClass -> !remoteClass.module().equals(module));
        return classes;
    }

    private ObjectNode describe(RemoteClass remoteClass) {
        Optional<Factory> factory = catalog.find(remoteClass.name());
        RemoteClass superclass = remoteClass.superclass();
        ObjectNode description = KurentoJson.object().put("name", remoteClass.name());
        if (superclass != null) {
            description.put("extends", superclass.name());
        }
        if (factory.isEmpty()) {
            description.put("abstract", true);
        }
        factory.ifPresent(made ->
                description.set("constructor", KurentoJson.object().set("params", describeAll(made.parameters()))));
        description.set("methods", KurentoJson.array(own(remoteClass), ModuleDescriptions::describe));
        List<String> inherited = superclass == null ? List.of() : List.copyOf(superclass.events());
        List<String> events = remoteClass.events().stream()
                .filter(event -> !inherited.contains(event))
                .sorted()
                .toList();
        description.set("events", KurentoJson.array(events, KurentoJson::text));
        return description;
    }

    private static List<Operation<?>> own(RemoteClass remoteClass) {
        Collection<Operation<?>> all = remoteClass.operations().all();
        RemoteClass superclass = remoteClass.superclass();
        return all.stream()
                .filter(operation -> superclass == null
                        || superclass.operations().find(operation.name()).isEmpty())
                .toList();
    }

    private static ObjectNode describe(Operation<?> operation) {
        ObjectNode description = KurentoJson.object().put("name", operation.name());
        description.set("params", describeAll(operation.parameters()));
        return description;
    }

    private static ArrayNode describeAll(List<Parameter<?>> parameters) {
        return KurentoJson.array(parameters, parameter -> {
            ObjectNode description = KurentoJson.object()
                    .put("name", parameter.name())
                    .put("type", parameter.type().name());
            return parameter.isRequired() ? description : description.put("optional", true);
        });
    }
}
