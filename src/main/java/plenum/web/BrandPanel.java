package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import plenum.brand.Brand;
import plenum.brand.Brand.Item;
import plenum.brand.Branding;
import plenum.platform.Messages;

/** What every page shows of this server's brand: name, logo, colours, and what stands at the foot. */
@Named
@RequestScoped
public class BrandPanel {
    @Inject
    Branding branding;

    @Inject
    HttpServletRequest request;

    public String getName() {
        return brand().text(Item.NAME).orElseGet(() -> Messages.in(
                        FacesContext.getCurrentInstance().getViewRoot().getLocale())
                .getString("product"));
    }

    /** Address of the logo; another one after each change. */
    public String getLogo() {
        return request.getContextPath()
                + brand().logo()
                        .map(at -> BrandServlet.LOGO + "?v=" + at.toEpochMilli())
                        .orElse("/images/logo.svg");
    }

    /** Address of the colours; empty where they are Plenum's own. */
    public String getColours() {
        return brand().text(Item.ACCENT_LIGHT)
                        .or(() -> brand().text(Item.ACCENT_DARK))
                        .isPresent()
                ? request.getContextPath() + BrandServlet.COLOURS + "?v="
                        + brand().changedAt().toEpochMilli()
                : "";
    }

    /** Sentences for the foot of a page; empty: Plenum's own. */
    public List<String> getSentences() {
        return Stream.of(Item.FOOTER, Item.HOSTING, Item.ECO)
                .flatMap(item -> brand().text(item).stream())
                .toList();
    }

    /** Links that the law asks for: label {@code brand.link.KEY}. */
    public List<Link> getLinks() {
        return Stream.of(Item.IMPRINT, Item.PRIVACY, Item.TERMS)
                .flatMap(item -> brand().text(item).map(address -> new Link(item.name(), address)).stream())
                .toList();
    }

    private Brand brand() {
        return branding.brand();
    }

    /** One of them. */
    public record Link(String key, String address) {}
}
