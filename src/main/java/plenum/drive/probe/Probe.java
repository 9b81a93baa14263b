package plenum.drive.probe;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes a small picture of a file, or takes its words. {@code main TYPE}; the file is the standard input. Answers the picture's length, the
 * picture (PNG), the words' length, the words (UTF-8); both lengths may be 0. Of a PDF follow the number of its pages, then for each of the
 * first pages a picture's length and the picture (JPEG).
 */
final class Probe {
    private static final int EDGE = 360;
    private static final long MOST_PIXELS = 100_000_000;
    static final int MOST_WORDS = 200_000;
    private static final int MOST_ENTRIES = 2000;

    private Probe() {}

    public static void main(String[] arguments) throws IOException {
        String type = arguments[0];
        try (InputStream file = new FileInputStream(FileDescriptor.in);
                DataOutputStream answer =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            if (type.equals("application/pdf")) {
                PdfPages.answer(file.readAllBytes(), answer);
                return;
            }
            send(type.startsWith("image/") ? picture(file.readAllBytes()) : new byte[0], answer);
            send(words(type, file).getBytes(StandardCharsets.UTF_8), answer);
        }
    }

    static void send(byte[] part, DataOutputStream answer) throws IOException {
        answer.writeInt(part.length);
        answer.write(part);
        answer.flush();
    }

    private static byte[] picture(byte[] file) throws IOException {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return new byte[0];
            }
            ImageReader reader = readers.next();
            reader.setInput(bytes, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return new byte[0];
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / (2 * EDGE));
            every.setSourceSubsampling(step, step, 0, 0);
            return png(scaled(reader.read(0, every)));
        }
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    static BufferedImage scaled(BufferedImage image) {
        double factor = Math.min(1, (double) EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static String words(String type, InputStream file) throws IOException {
        if (type.startsWith("text/") || type.equals("image/svg+xml")) {
            String text = new String(file.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
            return type.equals("text/plain") ? text : withoutMarkup(text);
        }
        return type.contains("document") || type.contains("sheet") || type.contains("presentation") ? office(file) : "";
    }

    /** The parts of an office file that hold text; an archive that unpacks to more than is wanted is not unpacked further. */
    private static String office(InputStream file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream archive = new ZipInputStream(file)) {
            ZipEntry entry = archive.getNextEntry();
            for (int count = 0; entry != null && count < MOST_ENTRIES && all.length() < MOST_WORDS; count++) {
                if (entry.getName()
                        .matches(
                                "content\\.xml|word/document\\.xml|xl/sharedStrings\\.xml|ppt/slides/slide\\d+\\.xml")) {
                    String xml = new String(archive.readNBytes(8 * MOST_WORDS), StandardCharsets.UTF_8);
                    String text = withoutMarkup(xml);
                    all.append(text, 0, Math.min(text.length(), MOST_WORDS)).append(' ');
                }
                entry = archive.getNextEntry();
            }
        }
        return all.toString();
    }

    private static String withoutMarkup(String text) {
        StringBuilder plain = new StringBuilder();
        boolean inside = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '<') {
                inside = true;
                plain.append(' ');
            } else if (c == '>') {
                inside = false;
            } else if (!inside) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
