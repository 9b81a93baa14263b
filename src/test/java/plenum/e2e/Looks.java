package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A page in every size: it fits, and a screen reader can read it. Pictures are kept where somebody wants to look at them. */
final class Looks {

    private static final Path AXE = Path.of("src/test/js/node_modules/axe-core/axe.min.js");
    private static final Path SCREENS = Path.of("target/e2e/pages");
    private static final String LANGUAGES = "plenum.looks";
    private static final Duration LAYOUT = Duration.ofSeconds(20);
    private static final String SERIOUS = """
            async (rules) => {
              // tools that nobody needs fade after some seconds
              document.dispatchEvent(new Event('pointermove'));
              await new Promise(requestAnimationFrame);
              document.getAnimations().filter((a) => a instanceof CSSTransition).forEach((a) => a.finish());
              const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules });
              return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
                .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
            }""";

    /** The rules that a theme can break. */
    private static final Map<String, ?> CONTRAST = Map.of("runOnly", List.of("color-contrast"));

    /** Nothing sticks out, no table scrolls sideways, no button is cut off, nor a word below one, and every picture has reached its place. */
    private static final String UNREST = """
            async () => {
              for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
              const wide = document.documentElement.scrollWidth;
              const within = (box) => box.width === 0 || (box.left >= 0 && box.right <= innerWidth);
              const cut = [...document.querySelectorAll('button')]
                .filter((button) => !within(button.getBoundingClientRect()) && !button.closest('.console-nav'))
                .concat([...document.querySelectorAll('.tool > .label')].filter((word) => word.clientWidth > 1 && word.scrollWidth > word.clientWidth))
                .map((element) => element.textContent.trim());
              const tables = [...document.querySelectorAll('.ui-datatable-tablewrapper')].filter((table) => table.scrollWidth > table.clientWidth + 1)
                .map((table) => `${table.parentElement.id} ${table.scrollWidth} of ${table.clientWidth}`);
              const moves = document.getAnimations().filter((a) => a.effect?.target?.matches('.tile, video'));
              const names = moves.map((a) => `${a.effect.target.className} ${a.playState} ${a.currentTime} ${JSON.stringify(a.effect.getTiming())}`);
              return wide <= innerWidth && cut.length + tables.length + moves.length === 0 ? ''
                : `${wide} of ${innerWidth} pixels, cut off: ${cut}, tables that scroll sideways: ${tables}, moving: ${names}`;
            }""";

    private static final List<String> THEMES = List.of("light", "dark");
    private static final String WEAR = """
            async (theme) => {
              document.documentElement.dataset.theme = theme;
              await new Promise(requestAnimationFrame);
              document.getAnimations().filter((a) => a instanceof CSSTransition).forEach((a) => a.finish());
              await new Promise(requestAnimationFrame);
            }""";

    private record Size(String name, int width, int height) {}

    private static final List<Size> SIZES = List.of(
            new Size("desktop", 1440, 900),
            new Size("tablet", 1024, 768),
            new Size("upright", 768, 1024),
            new Size("small", 320, 568),
            new Size("phone", 390, 844));

    private Looks() {}

    /** Of the browsers: German, whose words are the longest, or what the property {@code plenum.looks} lists, which also keeps pictures. */
    static Stream<String> languages() {
        return Stream.of(System.getProperty(LANGUAGES, "de-DE").split(","));
    }

    /** Leaves the window in the last of the sizes, a phone's, and in the first of the themes. */
    static void at(Person person, String name) {
        Page page = person.page();
        String language = (String) page.evaluate("() => document.documentElement.lang");
        for (Size size : SIZES) {
            page.setViewportSize(size.width(), size.height());
            Await.until(
                    page,
                    LAYOUT,
                    () -> "".equals(page.evaluate(UNREST)),
                    () -> name + " at rest on a " + size.name() + ", but " + page.evaluate(UNREST));
            if (System.getProperty(LANGUAGES) != null) {
                keep(page, String.join("-", name, size.name(), language));
            }
        }
        page.evaluate(WEAR, THEMES.getLast());
        canBeRead(person, name, CONTRAST);
        page.evaluate(WEAR, THEMES.getFirst());
        canBeRead(person, name);
    }

    private static void keep(Page page, String name) {
        for (String theme : THEMES) {
            page.evaluate(WEAR, theme);
            page.screenshot(
                    new ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(name + "-" + theme + ".png")));
        }
    }

    /** As it is now, in this size, in both themes. */
    static void here(Person person, String name) {
        Page page = person.page();
        if (System.getProperty(LANGUAGES) != null) {
            keep(page, name + "-" + page.evaluate("() => document.documentElement.lang"));
        }
        page.evaluate(WEAR, THEMES.getLast());
        canBeRead(person, name, CONTRAST);
        page.evaluate(WEAR, THEMES.getFirst());
        canBeRead(person, name);
    }

    /** What is on the screen as it is now, whatever is open on it. */
    static void canBeRead(Person person, String name) {
        canBeRead(person, name, Map.of());
    }

    /** As above, for a window beside somebody's tab. */
    static void canBeRead(Page page, String name) {
        canBeRead(page, name, Map.of());
    }

    private static void canBeRead(Person person, String name, Map<String, ?> rules) {
        canBeRead(person.page(), name, rules);
    }

    private static void canBeRead(Page page, String name, Map<String, ?> rules) {
        page.evaluate(axe());
        assertThat((List<?>) page.evaluate(SERIOUS, rules))
                .as("axe on %s", name)
                .isEmpty();
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
