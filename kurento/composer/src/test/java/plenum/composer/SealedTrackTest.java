package plenum.composer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody at the media server can make of the frames of an encrypted meeting: the decoder of the composer gets them as they are
 * forwarded, with the bytes that stay clear ({@code app/cipher/frame.js}), and shows nothing of the picture.
 */
@Tag("composer")
class SealedTrackTest {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 12;
    private static final int KEY_FRAME = 10;
    private static final int DELTA_FRAME = 3;
    private static final int TRAILER = 11;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** A picture of noise has some of every colour. */
    private static final double NOISE = 0.1;

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private Tracks tracks;

    @Test
    void aTapSeesNothingOfThePicture() throws Exception {
        tracks = new Tracks();
        Path clear = folder.resolve("clear.ivf");
        tracks.run(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=c=red:s=320x180:r=30:d=2",
                "-c:v",
                "libvpx",
                "-b:v",
                "300k",
                "-g",
                "15",
                clear.toString()));
        assertThat(red(clear)).as("the same track in clear").isGreaterThan(0.99);
        Path sealed = folder.resolve("sealed.ivf");
        Files.write(sealed, sealed(Files.readAllBytes(clear)));
        assertThat(red(sealed)).isLessThan(NOISE);
    }

    /** The share of red in all pixels of all frames that the decoder gives; none when it gives up. */
    private double red(Path track) throws InterruptedException {
        byte[] rgb;
        try {
            rgb = tracks.run(List.of("-i", track.toString(), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"));
        } catch (IOException e) {
            rgb = new byte[0];
        }
        int reds = 0;
        for (int i = 0; i < rgb.length; i += 3) {
            if ((rgb[i] & 0xFF) > 200 && (rgb[i + 1] & 0xFF) < 60 && (rgb[i + 2] & 0xFF) < 60) {
                reds++;
            }
        }
        return rgb.length == 0 ? 0 : 3.0 * reds / rgb.length;
    }

    /** An IVF file with its frames sealed as a browser seals them. */
    private byte[] sealed(byte[] ivf) throws GeneralSecurityException {
        KeyGenerator keys = KeyGenerator.getInstance("AES");
        keys.init(256, random);
        SecretKey key = keys.generateKey();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ivf, 0, HEADER);
        int counter = 0;
        for (int at = HEADER; at < ivf.length; ) {
            int size =
                    ByteBuffer.wrap(ivf, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            byte[] frame = Arrays.copyOfRange(ivf, at + FRAME_HEADER, at + FRAME_HEADER + size);
            byte[] sealed = sealed(frame, key, counter++);
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(sealed.length)
                    .array());
            out.write(ivf, at + 4, FRAME_HEADER - 4);
            out.writeBytes(sealed);
            at += FRAME_HEADER + size;
        }
        return out.toByteArray();
    }

    private static byte[] sealed(byte[] frame, SecretKey key, int counter) throws GeneralSecurityException {
        int clear = Math.min(frame.length, (frame[0] & 1) == 0 ? KEY_FRAME : DELTA_FRAME);
        byte[] trailer = ByteBuffer.allocate(TRAILER).putInt(counter).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                key,
                new GCMParameterSpec(
                        TAG_BITS, ByteBuffer.allocate(NONCE).putInt(counter).array()));
        cipher.updateAAD(frame, 0, clear);
        cipher.updateAAD(trailer);
        byte[] secret = cipher.doFinal(frame, clear, frame.length - clear);
        return ByteBuffer.allocate(clear + secret.length + TRAILER)
                .put(frame, 0, clear)
                .put(secret)
                .put(trailer)
                .array();
    }
}
