package plenum.launcher;

import java.nio.file.Path;

/** The paths at which the build put what the launcher starts. */
record Installation(Path root) {

    /** Where everything is kept unless the operator names another folder. */
    Path data() {
        return root.resolve("data");
    }

    Path server() {
        return root.resolve("target/server");
    }

    Path war() {
        return root.resolve("target/plenum.war");
    }

    Path mediaServer() {
        return root.resolve("kurento/target/plenum-media-server-1.0-SNAPSHOT-all.jar");
    }

    Path composer() {
        return root.resolve("kurento/composer/target/plenum-composer-1.0-SNAPSHOT-all.jar");
    }

    /** The ahead-of-time cache that the build recorded of a start of the media server; makes later starts faster, if it exists. */
    Path mediaServerCache() {
        return root.resolve("kurento/target/plenum-media-server-1.0-SNAPSHOT.aot");
    }

    /** The Java that runs the launcher runs the parts. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }
}
