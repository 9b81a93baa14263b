package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import plenum.audit.AuditAction;
import plenum.openid.OpenIdBook;
import plenum.openid.OpenIdLinks;
import plenum.openid.OpenIdProviders;
import plenum.openid.OpenIdProviders.Known;
import plenum.openid.ProviderCheck;
import plenum.platform.Messages;
import plenum.platform.Settings.OpenIdProvider;
import plenum.platform.SiteAddress;
import plenum.platform.VisibleLine;

/**
 * What admins do with providers of OpenID Connect. A client's secret goes in and never out; it has to be given again for another issuer, so
 * that nobody has it sent to a server of their own.
 */
@ApplicationScoped
public class ProviderActions implements ActionSource {
    private static final String PROVIDER = "provider";
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECRET = 1000;

    @Inject
    OpenIdProviders providers;

    @Inject
    OpenIdBook book;

    @Inject
    OpenIdLinks links;

    @Inject
    SiteAddress site;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(
                        AuditAction.OPENID_SET,
                        List.of(
                                PROVIDER,
                                "label",
                                "issuer",
                                "client",
                                "secret?",
                                "scopes?",
                                "groups?",
                                "admins?",
                                "externals?"),
                        this::set),
                new AdminAction(AuditAction.OPENID_SWITCH, List.of(PROVIDER, "on"), this::turn),
                new AdminAction(AuditAction.OPENID_REMOVE, List.of(PROVIDER), this::remove),
                new AdminAction(AuditAction.OPENID_TEST, List.of(PROVIDER), this::test));
    }

    /** Makes or changes one. */
    private Done set(Actor actor, Arguments values) {
        if (!book.canKeep()) {
            throw new RefusedException("no-secret", "PLENUM_SECRET");
        }
        String id = values.text(PROVIDER).toLowerCase(Locale.ROOT);
        String issuer = bounded(values, "issuer", LONGEST_ISSUER).orElseThrow(() -> missing("issuer"));
        if (!OpenIdProvider.isId(id)) {
            throw new RefusedException("provider-name", id);
        }
        if (!OpenIdProvider.isIssuer(issuer)) {
            throw new RefusedException("issuer", issuer);
        }
        Optional<Known> old = find(id).map(ProviderActions::changeable);
        boolean sameServer =
                old.filter(known -> known.provider().issuer().equals(issuer)).isPresent();
        OpenIdProvider provider = new OpenIdProvider(
                id,
                bounded(values, "label", LONGEST_LABEL).orElseThrow(() -> missing("label")),
                issuer,
                bounded(values, "client", LONGEST_NAME).orElseThrow(() -> missing("client")),
                secret(values, old, sameServer),
                OpenIdProvider.words(bounded(values, "scopes", LONGEST_ISSUER).orElse("")),
                bounded(values, "groups", LONGEST_NAME / 2).orElse("groups"),
                bounded(values, "admins", LONGEST_NAME),
                bounded(values, "externals", LONGEST_NAME));
        book.keep(new OpenIdBook.Entry(provider, old.map(Known::on).orElse(true)));
        if (old.isPresent() && !sameServer) {
            forget(id);
        }
        return Done.of(id).from(old.map(known -> words(known.provider())).orElse(""), words(provider));
    }

    private static String secret(Arguments values, Optional<Known> old, boolean sameServer) {
        Optional<String> given = values.optional("secret").filter(text -> text.length() <= LONGEST_SECRET);
        if (given.isPresent()) {
            return given.get();
        }
        if (values.optional("secret").isPresent()) {
            throw new RefusedException("value", "secret");
        }
        if (old.isPresent() && !sameServer) {
            throw new RefusedException("secret-again", old.get().provider().issuer());
        }
        return old.filter(Known::isUsable)
                .map(known -> known.provider().secret())
                .orElseThrow(() -> missing("secret"));
    }

    /** Switched off, it proves nobody any more, and whoever it proved is signed out. */
    private Done turn(Actor actor, Arguments values) {
        Known known = changeable(known(values));
        boolean on = values.onOrOff("on");
        if (!known.isUsable()) {
            throw new RefusedException("secret-lost", known.provider().id());
        }
        book.keep(new OpenIdBook.Entry(known.provider(), on));
        if (!on) {
            links.endAll(known.provider().id());
        }
        return Done.of(known.provider().id()).from(word(known.on()), word(on));
    }

    private Done remove(Actor actor, Arguments values) {
        Known known = changeable(known(values));
        String id = known.provider().id();
        book.remove(id);
        forget(id);
        return Done.of(id).from(words(known.provider()), "");
    }

    /** Accounts stay; whoever is proven again by an address is the same person. */
    private void forget(String id) {
        links.endAll(id);
        links.forget(id);
    }

    /** Those of the configuration as well. */
    private Done test(Actor actor, Arguments values) {
        Known known = known(values);
        if (!known.isUsable()) {
            throw new RefusedException("secret-lost", known.provider().id());
        }
        List<ProviderCheck.Finding> found = check(known.provider());
        String result = found.stream().anyMatch(one -> one.kind().level() == ProviderCheck.Level.BAD) ? "bad" : "good";
        return Done.of(known.provider().id())
                .from("", result)
                .saying(found.stream()
                        .map(one -> (one.kind().level() == ProviderCheck.Level.GOOD ? "+ " : "- ")
                                + in(one, actor.language()))
                        .collect(Collectors.joining("\n")));
    }

    private List<ProviderCheck.Finding> check(OpenIdProvider provider) {
        return ProviderCheck.of(provider, URI.create(site.page("/openid/callback")));
    }

    private static String in(ProviderCheck.Finding finding, Locale language) {
        String key = "admin.provider.found." + finding.kind();
        return new MessageFormat(Messages.in(language).getString(key), language)
                .format(new Object[] {finding.detail()});
    }

    private Known known(Arguments values) {
        String id = values.text(PROVIDER);
        return find(id).orElseThrow(() -> new RefusedException("no-provider", id));
    }

    private Optional<Known> find(String id) {
        return providers.known().stream()
                .filter(known -> known.provider().id().equals(id))
                .findFirst();
    }

    private static Known changeable(Known known) {
        if (known.configured()) {
            throw new RefusedException("provider-configured", known.provider().id());
        }
        return known;
    }

    private static Optional<String> bounded(Arguments values, String name, int longest) {
        Optional<String> value = values.optional(name).map(VisibleLine::of).filter(text -> !text.isEmpty());
        if (value.filter(text -> text.length() > longest).isPresent()) {
            throw new RefusedException("value", name);
        }
        return value;
    }

    private static RefusedException missing(String name) {
        return new RefusedException("missing", name);
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }

    /** Without the secret. */
    private static String words(OpenIdProvider provider) {
        return provider.label() + ": " + provider.issuer() + ", client " + provider.client() + ", scopes "
                + provider.scopes() + ", groups " + provider.groupsClaim() + ", admins "
                + provider.admins().orElse("-") + ", externals "
                + provider.externals().orElse("-");
    }
}
