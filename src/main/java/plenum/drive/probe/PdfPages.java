package plenum.drive.probe;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Makes pictures of the pages of a PDF and takes its words. Scripts, links and attached files in it are not looked at. */
final class PdfPages {
    private static final int EDGE = 1600;
    /** A page the size of a stamp is not made larger than that. */
    private static final float MOST_SCALE = 4;

    private static final int MOST_PAGES = 30;
    private static final int MOST_WORD_PAGES = 100;
    private static final int MOST_BYTES = 16 << 20;
    private static final float QUALITY = 0.85f;

    private PdfPages() {}

    /** Each part is sent when it is ready: when the process is ended, those before count. */
    static void answer(byte[] file, DataOutputStream answer) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage page = picture(document, renderer, 0);
            Probe.send(Probe.png(Probe.scaled(page)), answer);
            Probe.send(words(document).getBytes(StandardCharsets.UTF_8), answer);
            int pages = document.getNumberOfPages();
            answer.writeInt(pages);
            long sent = 0;
            for (int number = 0; number < Math.min(pages, MOST_PAGES); number++) {
                page = number == 0 ? page : picture(document, renderer, number);
                byte[] jpeg = jpeg(page);
                sent += jpeg.length;
                if (sent > MOST_BYTES) {
                    return;
                }
                Probe.send(jpeg, answer);
            }
        }
    }

    private static BufferedImage picture(PDDocument document, PDFRenderer renderer, int number) throws IOException {
        PDRectangle box = document.getPage(number).getCropBox();
        float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        return renderer.renderImage(number, Math.min(MOST_SCALE, EDGE / longest), ImageType.RGB);
    }

    private static String words(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setEndPage(MOST_WORD_PAGES);
        String text = stripper.getText(document);
        return text.substring(0, Math.min(text.length(), Probe.MOST_WORDS));
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
