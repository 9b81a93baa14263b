package plenum.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plenum.platform.Settings.Login;
import plenum.platform.Settings.Mailbox;
import plenum.platform.Settings.Smtp.Security;

/** Reads the settings of the mailbox that answers to invitations go to. */
final class MailboxSettings {
    private final Function<String, Optional<String>> value;
    private final List<String> complaints;

    MailboxSettings(Function<String, Optional<String>> value, List<String> complaints) {
        this.value = value;
        this.complaints = complaints;
    }

    Optional<Mailbox> read() {
        Optional<String> host = value.apply("PLENUM_IMAP_HOST");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Security security = security(value.apply("PLENUM_IMAP_SECURITY").orElse("tls"));
        String port = value.apply("PLENUM_IMAP_PORT").orElse(security == Security.TLS ? "993" : "143");
        String address = value.apply("PLENUM_IMAP_ADDRESS").orElse("");
        Optional<String> user = value.apply("PLENUM_IMAP_USER");
        Optional<String> password = value.apply("PLENUM_IMAP_PASSWORD");
        if (!address.matches("[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")) {
            complaints.add(
                    "PLENUM_IMAP_ADDRESS is \"" + address
                            + "\": write the address of the mailbox that answers to invitations go to, such as calendar@example.org.");
        }
        if (user.isEmpty() || password.isEmpty()) {
            complaints.add("PLENUM_IMAP_HOST needs PLENUM_IMAP_USER and PLENUM_IMAP_PASSWORD.");
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            complaints.add("PLENUM_IMAP_PORT is \"" + port + "\": write a number from 1 to 65535.");
            return Optional.empty();
        }
        return Optional.of(new Mailbox(
                host.get(),
                Integer.parseInt(port),
                security,
                new Login(user.orElse(""), password.orElse("")),
                value.apply("PLENUM_IMAP_FOLDER").orElse("INBOX"),
                address));
    }

    private Security security(String text) {
        return switch (text) {
            case "tls" -> Security.TLS;
            case "starttls" -> Security.STARTTLS;
            case "none" -> Security.NONE;
            default -> {
                complaints.add("PLENUM_IMAP_SECURITY is \"" + text + "\": write tls, starttls or none.");
                yield Security.TLS;
            }
        };
    }
}
