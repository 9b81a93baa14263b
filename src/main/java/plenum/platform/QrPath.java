package plenum.platform;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG. Each module is 1 by 1; neighbours in a row are one rectangle.
 *
 * @param path value of the attribute {@code d}
 * @param size modules on each side, without a quiet zone
 */
public record QrPath(String path, int size) {

    /** Throws {@link io.nayuki.qrcodegen.DataTooLongException} for texts beyond about 2000 characters. */
    public static QrPath of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from)
                            .append("v1h");
                    path.append(from - x).append('z');
                }
            }
        }
        return new QrPath(path.toString(), code.size);
    }
}
