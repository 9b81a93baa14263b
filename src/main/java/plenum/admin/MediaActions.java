package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import plenum.audit.AuditAction;
import plenum.media.MediaFleet;

/** What admins do with media servers. A meeting is never moved: a drained server empties as its meetings end. */
@ApplicationScoped
public class MediaActions implements ActionSource {
    @Inject
    FleetBook book;

    @Inject
    FleetKeeper keeper;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.MEDIA_ADD, List.of("url"), this::add),
                new AdminAction(AuditAction.MEDIA_REMOVE, List.of("url"), this::remove),
                new AdminAction(AuditAction.MEDIA_DRAIN, List.of("url"), (actor, values) -> drain(values, true)),
                new AdminAction(AuditAction.MEDIA_RESUME, List.of("url"), (actor, values) -> drain(values, false)));
    }

    private Done add(Actor actor, Arguments values) {
        URI url = parse(values.text("url"));
        if (keeper.find(url).isPresent()) {
            throw new RefusedException(
                    "server-known", MediaFleet.withoutSecrets(url).toString());
        }
        save(new FleetBook.Entry(url, false, false));
        return Done.of(MediaFleet.withoutSecrets(url).toString());
    }

    private Done remove(Actor actor, Arguments values) {
        MediaFleet.Server server = known(values);
        if (!server.drained() || server.rooms() > 0) {
            throw new RefusedException("server-busy", server.url().toString());
        }
        save(new FleetBook.Entry(server.url(), true, true));
        return Done.of(server.url().toString());
    }

    private Done drain(Arguments values, boolean drained) {
        MediaFleet.Server server = known(values);
        save(new FleetBook.Entry(server.url(), drained, false));
        return Done.of(server.url().toString()).from(word(server.drained()), word(drained));
    }

    private void save(FleetBook.Entry entry) {
        book.save(entry);
        keeper.apply();
    }

    private MediaFleet.Server known(Arguments values) {
        URI url = parse(values.text("url"));
        return keeper.find(url)
                .orElseThrow(() -> new RefusedException(
                        "no-server", MediaFleet.withoutSecrets(url).toString()));
    }

    private static String word(boolean drained) {
        return drained ? "drained" : "in use";
    }

    private static URI parse(String text) {
        try {
            URI url = new URI(text);
            boolean socket = "ws".equals(url.getScheme()) || "wss".equals(url.getScheme());
            if (socket && url.getHost() != null && url.getUserInfo() == null && text.length() <= 500) {
                return url;
            }
            throw new RefusedException("value", "url");
        } catch (URISyntaxException e) {
            throw new RefusedException("value", "url");
        }
    }
}
