package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plenum.brand.Brand;
import plenum.brand.Brand.Item;
import plenum.brand.Branding;
import plenum.brand.Colour;
import plenum.brand.Logo;

/** Logo and colours of this server. Their addresses change with them, so that browsers may keep them. */
@WebServlet(
        name = "brand",
        urlPatterns = {BrandServlet.LOGO, BrandServlet.COLOURS})
public class BrandServlet extends HttpServlet {
    static final String LOGO = "/brand/logo.png";
    static final String COLOURS = "/brand/colours.css";
    private static final long serialVersionUID = 1L;
    private static final String ACCENT = "#0f6e68";
    private static final String ACCENT_DARK = "#4fc7bb";

    @Inject
    transient Branding branding;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "max-age=86400");
        if (COLOURS.equals(request.getServletPath())) {
            response.setContentType("text/css");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(style(branding.brand()));
            return;
        }
        Optional<Logo> logo = branding.logo();
        if (logo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.getOutputStream().write(logo.get().png());
    }

    /** The accent, and what is derived from it. Colours are written from numbers: nothing that was typed gets into the sheet. */
    static String style(Brand brand) {
        String light = colour(brand, Item.ACCENT_LIGHT, ACCENT);
        String dark = colour(brand, Item.ACCENT_DARK, ACCENT_DARK);
        return ":root{--accent:light-dark(" + light + "," + dark + ");"
                + "--accent-strong:light-dark(color-mix(in srgb," + light + " 78%,#000),color-mix(in srgb," + dark
                + " 70%,#fff));"
                + "--accent-soft:light-dark(color-mix(in srgb," + light + " 12%,#fff),color-mix(in srgb," + dark
                + " 18%,#101615));"
                + "--focus:light-dark(color-mix(in srgb," + light + " 78%,#000),color-mix(in srgb," + dark
                + " 70%,#fff))}";
    }

    private static String colour(Brand brand, Item item, String otherwise) {
        return brand.text(item).flatMap(Colour::parse).map(Colour::toString).orElse(otherwise);
    }
}
