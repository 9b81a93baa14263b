package plenum.account;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
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
 * Makes a profile picture from an uploaded file: a square of 256 pixels, drawn anew, so that neither the place where a photo was taken nor
 * anything else in the file is kept or shown.
 */
final class ProfilePicture {
    static final int SIZE = 256;
    static final int LONGEST_FILE = 4_000_000;
    private static final long MOST_PIXELS = 50_000_000;

    private ProfilePicture() {}

    /** PNG; empty when it is no JPEG, PNG or GIF, or has too many pixels. */
    static Optional<byte[]> of(byte[] file) {
        if (file.length > LONGEST_FILE) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // the JDK's readers meet damaged files with any of these
        }
    }

    private static Optional<byte[]> read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            // before any pixel is unpacked
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                return Optional.empty();
            }
            return Optional.of(square(reader.read(0)));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] square(BufferedImage image) throws IOException {
        int side = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - side) / 2;
        int top = (image.getHeight() - side) / 2;
        BufferedImage drawn = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, SIZE, SIZE, left, top, left + side, top + side, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", out);
        return out.toByteArray();
    }
}
