package plenum.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import plenum.drive.Pdf;

/** Files of each kind, and how somebody drops them onto a page. */
final class DriveFiles {
    private static final String RECORD = """
        async () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
          const brush = canvas.getContext('2d');
          const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' });
          const parts = [];
          recorder.ondataavailable = ({ data }) => parts.push(data);
          recorder.start();
          for (let frame = 0; frame < 10; frame++) {
            brush.fillStyle = `hsl(${frame * 30} 80% 50%)`;
            brush.fillRect(0, 0, 64, 48);
            await new Promise((done) => setTimeout(done, 80));
          }
          await new Promise((done) => { recorder.onstop = done; recorder.stop(); });
          const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
          return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));
        }\
        """;

    private final Path folder;

    DriveFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    List<Path> texts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> text("text-%02d.txt".formatted(number), "Text " + number))
                .toList();
    }

    Path text(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path folder(String outer, String inner) throws IOException {
        Files.createDirectories(folder.resolve(outer).resolve(inner));
        text(outer + "/" + inner + "/tief.txt", "tief");
        text(outer + "/oben.txt", "oben");
        return folder.resolve(outer);
    }

    Path large(String name, int megabytes) {
        byte[] bytes = new byte[megabytes << 20];
        new Random(1).nextBytes(bytes);
        return write(name, bytes);
    }

    Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    /** Of three pages. */
    Path pdf(String name) throws IOException {
        return write(name, Pdf.saying("Die Häuser am See", "im Winter", "und im Mai"));
    }

    Path sound(String name) throws IOException {
        byte[] silence = new byte[8000];
        Path file = folder.resolve(name);
        AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(silence), format, silence.length / 2),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }

    /** One that the browser itself records. */
    Path video(Page page, String name) {
        return write(name, Base64.getDecoder().decode((String) page.evaluate(RECORD)));
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A row of the table. */
    static void choose(Page page, String name) {
        page.locator(".drive-row", new Page.LocatorOptions().setHas(page.locator("[data-name='" + name + "']")))
                .locator(".ui-chkbox-box")
                .click();
    }

    /** As from the desktop: files and folders come with their entries, which a script could not give them. */
    static void drop(Page page, String onto, List<Path> files) {
        BoundingBox box = page.locator(onto).boundingBox();
        JsonArray paths = new JsonArray();
        files.forEach(file -> paths.add(file.toAbsolutePath().toString()));
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", paths);
        data.addProperty("dragOperationsMask", 1);
        CDPSession browser = page.context().newCDPSession(page);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", box.x + box.width / 2);
            event.addProperty("y", box.y + 60);
            event.add("data", data);
            browser.send("Input.dispatchDragEvent", event);
        }
        browser.detach();
    }
}
