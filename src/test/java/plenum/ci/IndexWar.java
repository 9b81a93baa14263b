package plenum.ci;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexWriter;
import org.jboss.jandex.Indexer;

/**
 * Part of the build: gives the WAR's classes and each of its libraries an index of their annotations ({@code META-INF/jandex.idx}), which
 * WildFly otherwise makes at each start.
 */
public final class IndexWar {

    private static final String CLASSES = "WEB-INF/classes/";
    private static final String INDEX = "META-INF/jandex.idx";

    private IndexWar() {}

    /**
     * Reads a WAR and puts the one with indexes in its place.
     *
     * @param args the WAR
     */
    public static void main(String[] args) throws IOException {
        Path war = Path.of(args[0]);
        Path indexed = war.resolveSibling(war.getFileName() + ".indexed");
        try (ZipFile from = new ZipFile(war.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(indexed))) {
            copy(from, to);
        }
        Files.move(indexed, war, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile from, ZipOutputStream to) throws IOException {
        Indexer own = new Indexer();
        for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            byte[] content;
            try (InputStream in = from.getInputStream(entry)) {
                content = in.readAllBytes();
            }
            if (name.startsWith(CLASSES) && isClass(name)) {
                own.index(new ByteArrayInputStream(content));
            }
            if (name.startsWith("WEB-INF/lib/") && name.endsWith(".jar")) {
                putStored(to, name, withIndex(content));
            } else if (!name.equals(CLASSES + INDEX)) {
                to.putNextEntry(new ZipEntry(name));
                to.write(content);
            }
        }
        to.putNextEntry(new ZipEntry(CLASSES + INDEX));
        write(own.complete(), to);
    }

    /** The same JAR with an index of its classes; one that has an index, or no class, stays as it is. */
    private static byte[] withIndex(byte[] jar) throws IOException {
        Indexer indexer = new Indexer();
        int classes = 0;
        ByteArrayOutputStream copy = new ByteArrayOutputStream(jar.length + (1 << 16));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(INDEX)) {
                    return jar;
                }
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
                if (isClass(entry.getName())) {
                    indexer.index(new ByteArrayInputStream(content));
                    classes++;
                }
            }
            if (classes == 0) {
                return jar;
            }
            out.putNextEntry(new ZipEntry(INDEX));
            write(indexer.complete(), out);
        }
        return copy.toByteArray();
    }

    /** Classes of one version of Java alone are not deployed as such. */
    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.contains("META-INF/versions/") && !name.endsWith("module-info.class");
    }

    private static void write(Index index, OutputStream to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IndexWriter(bytes).write(index);
        to.write(bytes.toByteArray());
    }

    /** A JAR is compressed already. */
    private static void putStored(ZipOutputStream to, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        to.putNextEntry(entry);
        to.write(content);
    }
}
