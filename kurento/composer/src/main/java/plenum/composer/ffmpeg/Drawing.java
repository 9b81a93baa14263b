package plenum.composer.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import plenum.composer.timeline.Box;
import plenum.composer.timeline.Tile;

/** The picture of a scene as a graph of filters: a still of all fields and letters, over it what moves, over that the names. */
final class Drawing {
    private static final String BACKGROUND = "0x14171c";
    private static final List<String> FIELDS =
            List.of("0x3b5b92", "0x7a4a8c", "0x2f7a6b", "0x8c5a3b", "0x5a6b2f", "0x8c3b56", "0x3b7a92", "0x6b4fa0");
    private static final int NAME_SIZE = 18;
    private static final int MARGIN = 10;
    /** Of a letter's height, on the average. */
    private static final double LETTER_WIDTH = 0.55;

    private final int rate;
    private final Path folder;
    private final List<String> chains = new ArrayList<>();
    private int texts;

    /** @param folder that ffmpeg runs in: texts are files there, so that nothing in a name means anything */
    Drawing(int rate, Path folder) {
        this.rate = rate;
        this.folder = folder;
    }

    /** A picture that moves: the number of its input, and where it is. */
    record Moving(int input, Tile tile) {}

    /**
     * The chains that end in {@code [v]}.
     *
     * @param before seconds of the inputs before the picture begins
     */
    List<String> chains(List<Tile> tiles, List<Moving> moving, double before) throws IOException {
        StringBuilder still = new StringBuilder("color=c=%s:s=1280x720:r=%d".formatted(BACKGROUND, rate));
        for (Tile tile : tiles) {
            if (!tile.screen()) {
                Box box = tile.box();
                still.append(",drawbox=x=%d:y=%d:w=%d:h=%d:color=%s:t=fill"
                        .formatted(box.x() + 2, box.y() + 2, box.width() - 4, box.height() - 4, field(tile.person())));
                still.append(',').append(letters(tile));
            }
        }
        still.append(",trim=end_frame=1,loop=loop=-1:size=1:start=0,setpts=N/%d/TB,format=yuv420p[p0]".formatted(rate));
        chains.add(still.toString());
        // of the pictures around it, each frame shows the nearest and not the last: lips are within half a frame of the
        // sound
        double earlier = before + 0.5 / rate;
        int picture = 0;
        for (Moving one : moving) {
            Box box = one.tile.box();
            chains.add(String.format(
                    Locale.ROOT,
                    "[%d:v:0]setpts=PTS-%.6f/TB,scale=%d:%d:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=%s,"
                            + "pad=%d:%d:(ow-iw)/2:(oh-ih)/2:color=%s:eval=frame,setsar=1,format=yuv420p[m%d]",
                    one.input,
                    earlier,
                    box.width(),
                    box.height(),
                    one.tile.screen() ? "bicubic" : "fast_bilinear",
                    box.width(),
                    box.height(),
                    BACKGROUND,
                    picture));
            chains.add("[p%d][m%d]overlay=x=%d:y=%d[p%d]".formatted(picture, picture, box.x(), box.y(), picture + 1));
            picture++;
        }
        List<String> names = new ArrayList<>();
        for (Tile tile : tiles) {
            names.add(name(tile));
        }
        String last = names.stream().map(name -> name + ",").collect(Collectors.joining());
        chains.add("[p%d]%sfps=%d,format=yuv420p[v]".formatted(picture, last, rate));
        return chains;
    }

    private static String field(String person) {
        return FIELDS.get(Math.floorMod(person.hashCode(), FIELDS.size()));
    }

    private String letters(Tile tile) throws IOException {
        Box box = tile.box();
        String initials = tile.name()
                .strip()
                .codePoints()
                .limit(1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
        int size = Math.min(box.width(), box.height()) / 3;
        return text(
                initials,
                size,
                "x=%d+(%d-text_w)/2:y=%d+(%d-text_h)/2".formatted(box.x(), box.width(), box.y(), box.height()));
    }

    private String name(Tile tile) throws IOException {
        Box box = tile.box();
        int most = (int) ((box.width() - 4 * MARGIN) / (NAME_SIZE * LETTER_WIDTH));
        String place = "x=%d:y=%d:box=1:boxcolor=black@0.6:boxborderw=6"
                .formatted(box.x() + MARGIN + 6, box.y() + box.height() - MARGIN - NAME_SIZE - 6);
        return text(shortened(tile.name(), most), NAME_SIZE, place);
    }

    static String shortened(String name, int most) {
        int[] letters = name.codePoints().toArray();
        return letters.length <= most ? name : new String(letters, 0, Math.max(1, most - 1)) + "…";
    }

    private String text(String words, int size, String place) throws IOException {
        String file = "text" + texts++ + ".txt";
        // drawtext shows nothing of an empty file but a warning
        Files.writeString(folder.resolve(file), words.isBlank() ? " " : words.replaceAll("\\p{Cntrl}", " "));
        return "drawtext=fontfile=%s:textfile=%s:expansion=none:fontsize=%d:fontcolor=white:%s"
                .formatted(Programs.FONT, file, size, place);
    }
}
