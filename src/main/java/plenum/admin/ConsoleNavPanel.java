package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The console's side navigation. */
@Named
@ApplicationScoped
public class ConsoleNavPanel {
    private static final List<Entry> PAGES = List.of(
            new Entry("overview", "", "home"),
            new Entry("meetings", "/meetings", "camera"),
            new Entry("users", "/users", "person"),
            new Entry("invitations", "/invitations", "invite"),
            new Entry("groups", "/groups", "people"),
            new Entry("rooms", "/rooms", "calendar"),
            new Entry("providers", "/providers", "key"),
            new Entry("scim", "/scim", "link"),
            new Entry("policies", "/policies", "shield"),
            new Entry("media", "/media", "signal"),
            new Entry("storage", "/storage", "download"),
            new Entry("recordings", "/recordings", "record"),
            new Entry("brand", "/brand", "pen"),
            new Entry("mail", "/mail", "send"),
            new Entry("jobs", "/jobs", "clock"),
            new Entry("audit", "/audit", "copy"),
            new Entry("health", "/health", "info"));

    /**
     * One page.
     *
     * @param path below {@code /admin}
     * @param symbol of {@code icons.svg}
     */
    public record Entry(String key, String path, String symbol) {}

    public List<Entry> getPages() {
        return PAGES;
    }
}
