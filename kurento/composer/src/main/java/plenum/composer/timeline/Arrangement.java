package plenum.composer.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where people and a screen are in the picture. */
final class Arrangement {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final int STRIP_WIDTH = 256;
    private static final int STRIP_HEIGHT = 144;
    private static final int STRIP_PLACES = HEIGHT / STRIP_HEIGHT;
    private static final int MOST_IN_GRID = 16;

    /** Somebody to be placed. */
    record Figure(String person, String name, Optional<String> camera) {}

    /** A screen that somebody shares. */
    record Share(String person, String name, String track) {}

    private Arrangement() {}

    /** @param figures those who spoke last come first */
    static List<Tile> of(Layout layout, List<Figure> figures, Optional<Share> share) {
        if (share.isPresent()) {
            return presentation(layout, figures, share.get());
        }
        if (figures.size() < 2 || layout == Layout.PRESENTATION) {
            return figures.isEmpty() ? List.of() : List.of(tile(new Box(0, 0, WIDTH, HEIGHT), figures.getFirst()));
        }
        return layout == Layout.GRID ? grid(figures) : speaker(figures);
    }

    private static List<Tile> presentation(Layout layout, List<Figure> figures, Share share) {
        List<Tile> tiles = new ArrayList<>();
        Box large = new Box(0, 0, figures.isEmpty() ? WIDTH : WIDTH - STRIP_WIDTH, HEIGHT);
        tiles.add(new Tile(large, share.person(), share.name(), Optional.of(share.track()), true));
        addStrip(tiles, figures, layout == Layout.PRESENTATION ? 1 : STRIP_PLACES);
        return tiles;
    }

    private static List<Tile> speaker(List<Figure> figures) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(new Box(0, 0, WIDTH - STRIP_WIDTH, HEIGHT), figures.getFirst()));
        addStrip(tiles, figures.subList(1, figures.size()), STRIP_PLACES);
        return tiles;
    }

    private static void addStrip(List<Tile> tiles, List<Figure> figures, int most) {
        int count = Math.min(most, figures.size());
        int top = (HEIGHT - count * STRIP_HEIGHT) / 2;
        for (int i = 0; i < count; i++) {
            Box box = new Box(WIDTH - STRIP_WIDTH, top + i * STRIP_HEIGHT, STRIP_WIDTH, STRIP_HEIGHT);
            tiles.add(tile(box, figures.get(i)));
        }
    }

    private static List<Tile> grid(List<Figure> figures) {
        // the order of speaking must not make everybody change places
        List<Figure> shown = figures.stream()
                .limit(MOST_IN_GRID)
                .sorted((a, b) -> a.person().compareTo(b.person()))
                .toList();
        int columns = (int) Math.ceil(Math.sqrt(shown.size()));
        int rows = (shown.size() + columns - 1) / columns;
        int width = even(WIDTH / columns);
        int height = even(HEIGHT / rows);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int row = i / columns;
            int inRow = Math.min(columns, shown.size() - row * columns);
            int left = even((WIDTH - inRow * width) / 2);
            tiles.add(tile(new Box(left + i % columns * width, row * height, width, height), shown.get(i)));
        }
        return tiles;
    }

    private static int even(int pixels) {
        return pixels & ~1;
    }

    private static Tile tile(Box box, Figure figure) {
        return new Tile(box, figure.person(), figure.name(), figure.camera(), false);
    }
}
