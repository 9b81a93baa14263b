package plenum.bench.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class SightingsTest {
    private final Sightings sightings = new Sightings();

    @Test
    void findsAllStrokesOfAMessageAndHowLongTheyTook() {
        long sent = System.nanoTime() - 50_000_000;
        sightings.drawn(text("{\"type\":\"board-drawn\",\"operations\":[{\"body\":\"sent at " + sent
                + " x\"},{\"body\":\"sent at " + sent + " y\"}]}"));
        Sightings.Seen seen = sightings.take();
        assertThat(seen.strokes().count()).isEqualTo(2);
        assertThat(seen.strokes().millisAt(0.5)).isBetween(45.0, 500.0);
        assertThat(sightings.take().strokes().count()).isZero();
    }

    @Test
    void countsPointersAndElements() {
        sightings.pointers(text("{\"pointers\":[{\"participant\":\"a\"},{\"participant\":\"b\"}]}"));
        sightings.part("{\"entries\":[{\"element\":\"a\"},{\"element\":\"b\"},{\"element\":\"c\"}]}");
        Sightings.Seen seen = sightings.take();
        assertThat(seen.pointers()).isEqualTo(2);
        assertThat(seen.elements()).isEqualTo(3);
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
