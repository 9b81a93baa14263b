package plenum.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import plenum.mail.MailAddress;
import plenum.platform.Settings.Container;

/**
 * What the container has proven of somebody (Jakarta Security: a principal and its roles), as the settings read it.
 *
 * @param groups those of its roles that stand for groups
 * @param admin empty: it says nothing about that
 */
record ContainerIdentity(MailAddress email, List<String> groups, Optional<Boolean> admin) {

    /**
     * Empty when the name is no address and cannot be made one. With a domain, the name in front of an at sign counts alone: Kerberos puts its realm behind it.
     *
     * @param hasRole whether the principal is in a role
     */
    static Optional<ContainerIdentity> of(String name, Predicate<String> hasRole, Container settings) {
        String local = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        return MailAddress.parse(
                        settings.domain().map(domain -> local + "@" + domain).orElse(name))
                .map(email -> new ContainerIdentity(
                        email,
                        settings.groups().stream().filter(hasRole).sorted().toList(),
                        settings.admins().map(hasRole::test)));
    }
}
