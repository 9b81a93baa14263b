package plenum.mediaserver.object;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes objects of one remote class. */
public record Factory(
        RemoteClass remoteClass, List<Parameter<?>> parameters, Function<Arguments, Creation> constructor) {
    /** An object to be made: where it will live, and how to make it there. */
    public record Creation(Executor home, Supplier<MediaObject> make) {}
}
