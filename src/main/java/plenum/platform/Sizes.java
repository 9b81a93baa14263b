package plenum.platform;

import java.text.NumberFormat;
import java.util.Locale;

/** Bytes as people read them. */
public final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final double STEP = 1000;
    private static final int SHORT = 100;

    private Sizes() {}

    public static String of(long bytes, Locale language) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP - 0.5 && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        NumberFormat numbers = NumberFormat.getNumberInstance(language);
        numbers.setMaximumFractionDigits(unit == 0 || value >= SHORT ? 0 : 1);
        return numbers.format(value) + " " + UNITS[unit];
    }
}
