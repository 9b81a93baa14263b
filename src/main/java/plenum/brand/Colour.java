package plenum.brand;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour as {@code #rrggbb}, and how well it can be read (WCAG 2.2, relative luminance and contrast ratio).
 *
 * @param red 0 to 255, likewise the others
 */
public record Colour(int red, int green, int blue) {
    /** WCAG 2.2, success criterion 1.4.3, level AA. */
    public static final double READABLE = 4.5;

    public static final Colour WHITE = new Colour(255, 255, 255);
    /** What stands on the accent on dark pages. */
    public static final Colour NIGHT = new Colour(0x06, 0x20, 0x1d);
    /** The ground of pages. */
    public static final Colour LIGHT_PAGE = new Colour(0xf5, 0xf7, 0xf6);

    public static final Colour DARK_PAGE = new Colour(0x10, 0x16, 0x15);

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    public static Optional<Colour> parse(String text) {
        String hex = text.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
    }

    /** From 1, the same, to 21, black on white. */
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** The lower one of what is read on it and it on the page, on light pages. */
    public double onLightPages() {
        return Math.min(contrast(WHITE), contrast(LIGHT_PAGE));
    }

    /** Likewise on dark pages. */
    public double onDarkPages() {
        return Math.min(contrast(NIGHT), contrast(DARK_PAGE));
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
