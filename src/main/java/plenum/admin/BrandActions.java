package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import plenum.audit.AuditAction;
import plenum.brand.Brand;
import plenum.brand.Branding;
import plenum.brand.Colour;
import plenum.brand.Logo;

/** What admins do about how this server looks. */
@ApplicationScoped
public class BrandActions implements ActionSource {
    @Inject
    Branding branding;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.BRAND_SET, List.of("item", "value?"), this::set),
                new AdminAction(AuditAction.BRAND_LOGO, List.of("picture"), this::logo),
                new AdminAction(AuditAction.BRAND_LOGO_REMOVE, List.of(), this::removeLogo));
    }

    private Done set(Actor actor, Arguments values) {
        Brand.Item item = values.one("item", Brand.Item.class);
        String text = values.optional("value").orElse("");
        if (!item.accepts(text)) {
            throw new RefusedException("value", "value");
        }
        if (item.isColour()
                && !text.isEmpty()
                && !isReadable(item, Colour.parse(text).orElseThrow())) {
            throw new RefusedException("contrast", text);
        }
        Brand before = branding.brand();
        String kept = item.isColour() && !text.isEmpty()
                ? Colour.parse(text).orElseThrow().toString()
                : text;
        branding.set(before.with(item, kept));
        return Done.of(item.name()).from(before.text(item).orElse(""), kept);
    }

    static boolean isReadable(Brand.Item item, Colour colour) {
        double contrast = item == Brand.Item.ACCENT_LIGHT ? colour.onLightPages() : colour.onDarkPages();
        return contrast >= Colour.READABLE;
    }

    /** The picture's bytes come in Base64. */
    private Done logo(Actor actor, Arguments values) {
        Logo logo = Logo.of(bytes(values.file("picture"))).orElseThrow(() -> new RefusedException("picture", ""));
        branding.setLogo(Optional.of(logo));
        return Done.of("logo").from("", logo.png().length + " bytes");
    }

    private Done removeLogo(Actor actor, Arguments values) {
        branding.setLogo(Optional.empty());
        return Done.of("logo");
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("picture", "");
        }
    }
}
