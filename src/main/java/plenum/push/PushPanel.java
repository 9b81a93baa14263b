package plenum.push;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.platform.Messages;

/** One's own devices that notices go to; the page's script says which of them is this one, and turns it on and off. */
@Named
@RequestScoped
@NullUnmarked
public class PushPanel {
    @Inject
    PushDevices devices;

    @Inject
    PushKeys keys;

    @Inject
    PushTrial trial;

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    private String said = "";

    /**
     * One device.
     *
     * @param mark what the page's script knows it by: SHA-256 of its address, in hexadecimal digits
     * @param used empty when nothing has gone to it
     */
    public record Row(String id, String mark, String name, String since, String used) {}

    /** Whether this server sends to devices at all. */
    public boolean isOffered() {
        return keys.isOn();
    }

    public String getKey() {
        return keys.publicKey().orElse("");
    }

    public List<Row> getAll() {
        Account me = user.person().account();
        return devices.of(me.id()).stream()
                .map(device -> new Row(
                        device.id().toString(),
                        HexFormat.of().formatHex(device.endpointHash()),
                        device.name(),
                        local(device.created(), me),
                        device.used().map(at -> local(at, me)).orElse("")))
                .toList();
    }

    /** The one that its button names: by then there may be others in the list. */
    public void remove() {
        String id = request.getParameter("device");
        if (id != null && id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            devices.remove(user.person().account().id(), UUID.fromString(id));
        }
    }

    public void test() {
        said = text(trial.send(user.person().account()) ? "push.test.sent" : "push.test.wait");
    }

    /** What came of the last click; empty when nothing has to be said. */
    public String getSaid() {
        return said;
    }

    /** For the button that the page's script presses when it has turned this device on or off: the list is made anew. */
    public void refresh() {
        said = "";
    }

    private static String text(String key) {
        return Messages.in(FacesContext.getCurrentInstance().getViewRoot().getLocale())
                .getString(key);
    }

    private static String local(Instant at, Account account) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(FacesContext.getCurrentInstance().getViewRoot().getLocale())
                .format(at.atZone(account.zone()));
    }
}
