package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creates objects of one remote class. */
public record Factory(
        RemoteClass remoteClass, List<Parameter<?>> parameters, Function<Arguments, Creation> constructor) {
    /** An object to be made: where it will live, and how to make it there. */
    public record Creation(Executor home, Supplier<MediaObject> make) {
        /** To be called at home: makes the object, sets its properties, and registers it for the session. */
        public MediaObject run(ObjectRegistry registry, String sessionId, ObjectNode properties) {
            MediaObject object = make.get();
            try {
                properties.fieldNames().forEachRemaining(property -> set(object, property, properties, registry));
                registry.add(object, sessionId);
            } catch (RequestRefused e) {
                object.close();
                throw e;
            }
            return object;
        }

        private static void set(MediaObject object, String property, ObjectNode properties, ObjectLookup objects) {
            String setter = property.isEmpty()
                    ? "set"
                    : "set" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
            object.remoteClass().operations().require(setter, 1).invoke(object, properties, objects);
        }
    }
}
