package plenum.brand;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that stands at the top of pages. What is uploaded is decoded and written anew as PNG: nothing but its pixels reaches a browser, whatever
 * else was in the file. Vector graphics can hold scripts, and are refused.
 */
public record Logo(byte[] png) {
    /** Bytes that are taken in. */
    public static final int LARGEST_UPLOAD = 500_000;
    /** Bytes that are kept. */
    public static final int LARGEST = 200_000;
    /** Pixels of a side. */
    public static final int LONGEST_SIDE = 512;

    private static final int MOST_PIXELS = 16_000_000;

    /** Empty when it is no PNG, JPEG or GIF, or too large. */
    public static Optional<Logo> of(byte[] upload) {
        if (upload.length > LARGEST_UPLOAD) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a damaged file; decoders of the JDK throw all kinds of exceptions at those
        }
    }

    /** The size is looked at before the pixels are: a small file can claim to be a huge picture. */
    private static Optional<Logo> read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            byte[] png = png(scaled(reader.read(0)));
            return png.length > LARGEST ? Optional.empty() : Optional.of(new Logo(png));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        double factor = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = result.createGraphics();
        graphics.drawImage(image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return result;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
