package plenum.it;

import java.io.File;
import java.net.URI;
import org.jboss.shrinkwrap.api.ConfigurationBuilder;
import org.jboss.shrinkwrap.api.Domain;
import org.jboss.shrinkwrap.api.ExtensionLoader;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import plenum.account.AccountForTests;
import plenum.job.FirstRun;

/** The application as it is delivered, with all packages and libraries, and what tests inside it need. */
public final class Deployments {
    private static final Domain DOMAIN = uncompressed();

    private Deployments() {}

    private static Domain uncompressed() {
        ExtensionLoader extensions = new ConfigurationBuilder().build().getExtensionLoader();
        extensions.addOverride(ZipExporter.class, UncompressedZip.class);
        return ShrinkWrap.createDomain(new ConfigurationBuilder().extensionLoader(extensions));
    }

    public static WebArchive application() {
        return at("ROOT.war");
    }

    /**
     * Without the index of its own annotations, in which those of the tests would be missing.
     *
     * @param name of the deployment, which decides where it answers: {@code ROOT.war} at /, {@code plenum.war} at /plenum
     */
    public static WebArchive at(String name) {
        WebArchive war = DOMAIN.getArchiveFactory()
                .create(ZipImporter.class, name)
                .importFrom(new File(System.getProperty("plenum.it.war")))
                .as(WebArchive.class);
        war.delete("/WEB-INF/classes/META-INF/jandex.idx");
        return war.addClasses(AwaitSchema.class, AccountForTests.class, FirstRun.class);
    }

    /** Where the container answers over TLS. */
    public static URI secureSite() {
        return URI.create("https://localhost:" + System.getProperty("plenum.it.https.port"));
    }

    /** Where the container answers. */
    public static URI site() {
        return URI.create("http://127.0.0.1:" + System.getProperty("plenum.it.port"));
    }
}
