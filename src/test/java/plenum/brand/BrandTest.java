package plenum.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.brand.Brand.Item;

/** What can be chosen for the look of a server, and what cannot. */
@Tag("brand")
class BrandTest {

    @Test
    void contrastIsAsTheGuidelinesHaveIt() {
        Colour black = Colour.parse("#000000").orElseThrow();
        assertThat(black.contrast(Colour.WHITE)).isCloseTo(21, within(0.01));
        assertThat(Colour.WHITE.contrast(black)).isCloseTo(21, within(0.01));
        assertThat(Colour.parse("#777777").orElseThrow().contrast(Colour.WHITE)).isCloseTo(4.48, within(0.01));
        assertThat(Colour.parse("#0F6E68").orElseThrow().onLightPages()).isGreaterThan(Colour.READABLE);
        assertThat(Colour.parse("#4fc7bb").orElseThrow().onDarkPages()).isGreaterThan(Colour.READABLE);
        assertThat(Colour.parse("#4fc7bb").orElseThrow().onLightPages()).isLessThan(Colour.READABLE);
        assertThat(Colour.parse("#0F6E68")).map(Colour::toString).contains("#0f6e68");
    }

    @Test
    void whatIsNoColourOrLinkIsRefused() {
        for (String text : new String[] {"red", "#fff", "#0f6e68;}body{display:none", "#gggggg", "url(x)"}) {
            assertThat(Item.ACCENT_LIGHT.accepts(text)).as(text).isFalse();
        }
        for (String text : new String[] {
            "javascript:alert(1)",
            "//example.org",
            "/imprint",
            "ftp://example.org/",
            "https:///x",
            "https://exa mple.org"
        }) {
            assertThat(Item.IMPRINT.accepts(text)).as(text).isFalse();
        }
        assertThat(Item.IMPRINT.accepts("https://example.org/imprint?x=1")).isTrue();
        assertThat(Item.IMPRINT.accepts("")).as("Plenum has none").isTrue();
        assertThat(Item.NAME.accepts("x".repeat(61))).isFalse();
        assertThat(Item.FOOTER.accepts("two\nlines")).isFalse();
    }

    @Test
    void blankIsPlenumsOwn() {
        Brand brand = Brand.standard().with(Item.NAME, "  Konferenz ");
        assertThat(brand.text(Item.NAME)).contains("Konferenz");
        assertThat(brand.with(Item.NAME, " ").text(Item.NAME)).isEmpty();
    }

    @Test
    void aLogoIsPixelsOfABoundedSizeAndNothingElse() throws Exception {
        byte[] png = picture(1000, 200, "png");
        byte[] withMore = Arrays.copyOf(png, png.length + 20);
        System.arraycopy("<script>alert(1)".getBytes(StandardCharsets.US_ASCII), 0, withMore, png.length, 16);
        Logo logo = Logo.of(withMore).orElseThrow();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(read.getWidth()).isEqualTo(Logo.LONGEST_SIDE);
        assertThat(read.getHeight()).isEqualTo(102);
        assertThat(new String(logo.png(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(Logo.of(picture(20, 20, "jpg"))).isPresent();
    }

    @Test
    void whatIsNoPictureIsNoLogo() throws Exception {
        assertThat(Logo.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Logo.of(new byte[0])).isEmpty();
        assertThat(Logo.of(new byte[Logo.LARGEST_UPLOAD + 1])).isEmpty();
        byte[] cut = picture(100, 100, "png");
        assertThat(Logo.of(Arrays.copyOf(cut, 40))).isEmpty();
        byte[] huge = picture(10, 10, "png");
        huge[16] = 0x7f; // its header claims two billion pixels a line
        assertThat(Logo.of(huge)).isEmpty();
    }

    @Test
    void pagesSeeAChangeAtOnceAndKeepWhatTheyKnowWhenTheDatabaseIsAway() {
        Memory memory = new Memory();
        Branding branding = new Branding(memory);
        branding.reread();
        branding.set(branding.brand().with(Item.NAME, "Konferenz"));
        assertThat(branding.brand().text(Item.NAME)).contains("Konferenz");
        branding.setLogo(Optional.of(new Logo(new byte[] {1})));
        assertThat(branding.logo()).isPresent();
        memory.away = true;
        branding.reread();
        assertThat(branding.brand().text(Item.NAME)).contains("Konferenz");
        memory.away = false;
        branding.setLogo(Optional.empty());
        assertThat(branding.logo()).isEmpty();
    }

    private static byte[] picture(int width, int height, String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static final class Memory implements BrandStore {
        private Brand brand = Brand.standard();
        private Optional<Logo> logo = Optional.empty();
        private boolean away;

        @Override
        public Brand read() {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return new Brand(
                    brand.texts(), logo.map(some -> Instant.EPOCH.plusSeconds(some.png().length)), Instant.EPOCH);
        }

        @Override
        public void save(Brand changed) {
            brand = changed;
        }

        @Override
        public Optional<Logo> logo() {
            return logo;
        }

        @Override
        public void saveLogo(Optional<Logo> changed) {
            logo = changed;
        }
    }
}
