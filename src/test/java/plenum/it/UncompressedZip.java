package plenum.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.impl.base.exporter.zip.ZipExporterImpl;

/** Gives an archive to a container as it is: to compress its libraries once more takes most of two seconds for each test class. */
public final class UncompressedZip extends ZipExporterImpl {
    private static final int ABOUT = 48 << 20;

    public UncompressedZip(Archive<?> archive) {
        super(archive);
    }

    @Override
    public InputStream exportAsInputStream() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ABOUT);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<ArchivePath, Node> entry : getArchive().getContent().entrySet()) {
                write(entry.getKey().get().substring(1), entry.getValue().getAsset(), zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** @param asset null for a folder */
    private static void write(String name, Asset asset, ZipOutputStream zip) throws IOException {
        if (asset == null) {
            return;
        }
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream content = asset.openStream()) {
            content.transferTo(zip);
        }
        zip.closeEntry();
    }
}
