package plenum.brand;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator chose; what is missing is Plenum's own.
 *
 * @param texts by what they are; never blank
 * @param logo when it was uploaded; empty: Plenum's own
 */
public record Brand(Map<Item, String> texts, Optional<Instant> logo, Instant changedAt) {
    public Brand {
        Map<Item, String> copy = new EnumMap<>(Item.class);
        texts.forEach((item, text) -> {
            if (!text.isBlank()) {
                copy.put(item, text.strip());
            }
        });
        texts = Map.copyOf(copy);
    }

    /** What can be chosen. */
    public enum Item {
        NAME(60),
        /** Colour of buttons and links on light pages, such as {@code #0f6e68}. */
        ACCENT_LIGHT(7),
        ACCENT_DARK(7),
        /** Stands at the foot of pages. */
        FOOTER(500),
        /** Where data are hosted. */
        HOSTING(500),
        ECO(500),
        /** Address of the imprint. */
        IMPRINT(500),
        PRIVACY(500),
        TERMS(500);

        private final int longest;

        Item(int longest) {
            this.longest = longest;
        }

        public boolean isColour() {
            return this == ACCENT_LIGHT || this == ACCENT_DARK;
        }

        public boolean isLink() {
            return this == IMPRINT || this == PRIVACY || this == TERMS;
        }

        public int longest() {
            return longest;
        }

        /** Whether a text can be used for it; a blank one can: then Plenum's own counts. */
        public boolean accepts(String text) {
            if (text.isBlank()) {
                return true;
            }
            if (text.codePointCount(0, text.length()) > longest
                    || text.codePoints().anyMatch(Character::isISOControl)) {
                return false;
            }
            if (isColour()) {
                return Colour.parse(text).isPresent();
            }
            return !isLink() || isWebAddress(text);
        }

        private static boolean isWebAddress(String text) {
            try {
                URI uri = new URI(text.strip());
                return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    public Optional<String> text(Item item) {
        return Optional.ofNullable(texts.get(item));
    }

    public Brand with(Item item, String text) {
        Map<Item, String> changed = new EnumMap<>(Item.class);
        changed.putAll(texts);
        changed.put(item, text);
        return new Brand(changed, logo, changedAt);
    }

    /** Plenum as it comes. */
    public static Brand standard() {
        return new Brand(Map.of(), Optional.empty(), Instant.EPOCH);
    }
}
