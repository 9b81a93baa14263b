package plenum.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import plenum.brand.Brand.Item;
import plenum.brand.Branding;
import plenum.brand.Colour;

/** How this server looks. What was saved is on the next page that anybody opens. */
@Named
@ViewScoped
@NullUnmarked
public class BrandPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Branding branding;

    private transient Part file;
    private final Map<Item, String> texts = new HashMap<>();

    @PostConstruct
    void open() {
        for (Item item : Item.values()) {
            texts.put(item, branding.brand().text(item).orElse(""));
        }
    }

    /** Each text that was changed is an action of its own. */
    public void save() {
        for (Item item : Item.values()) {
            String text = given(texts.get(item)).strip();
            if (!text.equals(branding.brand().text(item).orElse(""))) {
                perform("brand-set", Map.of("item", item.name(), "value", text));
            }
        }
    }

    public void upload() {
        Optional<byte[]> picture = Uploads.content(file);
        picture.ifPresent(bytes ->
                perform("brand-logo", Map.of("picture", Base64.getEncoder().encodeToString(bytes))));
        file = null;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public void removeLogo() {
        perform("brand-logo-remove", Map.of());
    }

    public boolean isLogo() {
        return branding.logo().isPresent();
    }

    /** How well a colour can be read, as {@code 5.2}; empty when none is given. */
    public String contrast(Item item) {
        return colour(item)
                .map(colour -> String.format(
                        language(), "%.1f", item == Item.ACCENT_LIGHT ? colour.onLightPages() : colour.onDarkPages()))
                .orElse("");
    }

    public boolean isReadable(Item item) {
        return colour(item).map(colour -> BrandActions.isReadable(item, colour)).orElse(true);
    }

    private Optional<Colour> colour(Item item) {
        return Colour.parse(given(texts.get(item)));
    }

    public List<Item> getColours() {
        return Stream.of(Item.values()).filter(Item::isColour).toList();
    }

    public List<Item> getOthers() {
        return Stream.of(Item.values()).filter(item -> !item.isColour()).toList();
    }

    public Map<Item, String> getTexts() {
        return texts;
    }
}
