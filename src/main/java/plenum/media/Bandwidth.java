package plenum.media;

/** The bit rate that a tile of a given height may use. Kurento's default limit would be 500 kbit/s for everything. */
public final class Bandwidth {
    private static final int SCREEN = 4000;

    private Bandwidth() {}

    /**
     * Most for a slot, in kbit/s.
     *
     * @param screen whether it is a shared screen: text needs its sharpness at any size
     * @param height of the tile in device pixels
     */
    public static int forTile(boolean screen, int height) {
        if (screen) {
            return SCREEN;
        }
        if (height <= 180) {
            return 150;
        }
        if (height <= 360) {
            return 600;
        }
        return height <= 720 ? 1700 : 3000;
    }
}
