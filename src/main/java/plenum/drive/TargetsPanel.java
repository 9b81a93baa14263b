package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.PrimeFaces;
import plenum.storage.StorageException;
import plenum.storage.WebDavStorage;

/** Connects servers of others: each is tried out by a small file before it is kept. */
@Named
@RequestScoped
@NullUnmarked
public class TargetsPanel {
    private static final int LONGEST = 500;

    @Inject
    DrivePage page;

    @Inject
    Targets targets;

    @Inject
    Drives drives;

    @Inject
    Storages storages;

    private String name = "";
    private String address = "";
    private String folder = "";
    private String user = "";
    private String password = "";
    private String region = "us-east-1";
    private boolean checksums = true;
    private boolean everybody;

    public boolean isPossible() {
        return targets.canKeep();
    }

    /** Those for everybody that they have no drive on yet. */
    public List<Target> getOffered() {
        List<UUID> mine = drives.spaces(page.viewer()).stream()
                .flatMap(space -> space.target().stream())
                .toList();
        return targets.usableBy(page.account().id()).stream()
                .filter(target -> target.owner().isEmpty() && !mine.contains(target.id()))
                .toList();
    }

    public void use(UUID target) {
        targets.usableBy(page.account().id()).stream()
                .filter(found -> found.id().equals(target))
                .findFirst()
                .ifPresent(this::connect);
    }

    /** Nextcloud's address of somebody's files ends with {@code /remote.php/dav/files/NAME/}. */
    public void connectWebDav() {
        connect(
                "target:webdav:address",
                uri(address.endsWith("/") ? address : address + "/")
                        .map(base -> within(base, folder.strip().replaceAll("^/+|/+$", "")))
                        .map(place -> new Target.Place.WebDav(place, user, password)));
    }

    private static URI within(URI base, String path) {
        return path.isEmpty() ? base : base.resolve(WebDavStorage.path(path) + "/");
    }

    public void connectS3() {
        boolean bucket = folder.matches("[a-z0-9][a-z0-9.-]{1,62}");
        connect(
                "target:s3:address",
                uri(address)
                        .filter(endpoint -> bucket && region.matches("[a-z0-9-]{1,40}"))
                        .map(endpoint ->
                                new Target.Place.S3(endpoint, region, folder, "plenum/", user, password, checksums)));
    }

    private void connect(String field, Optional<? extends Target.Place> place) {
        String called = name.strip();
        if (place.isEmpty() || called.isEmpty() || called.length() > 120) {
            refuse(field, "drive.target.incomplete");
            return;
        }
        try {
            storages.of(place.get()).test();
        } catch (StorageException e) {
            String text = page.text("drive.target." + e.reason().name().toLowerCase(Locale.ROOT));
            message(field, text);
            return;
        }
        boolean shared = everybody && page.account().isAdmin();
        Optional<UUID> owner =
                shared ? Optional.empty() : Optional.of(page.account().id());
        Target target = new Target(UUID.randomUUID(), owner, called, place.get());
        targets.keep(target);
        connect(target);
    }

    private void connect(Target target) {
        DriveSpace space = drives.connect(page.account().id(), target.id(), target.name());
        String context = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
        PrimeFaces.current().ajax().addCallbackParam("to", context + "/drive?drive=" + space.id());
    }

    /** Only an empty one: what is there would not be found any more. */
    public void disconnect() {
        DriveSpace space = page.getSpace();
        boolean theirs = space.account().filter(page.account().id()::equals).isPresent();
        if (theirs && space.target().isPresent() && drives.disconnect(space.id())) {
            targets.byId(space.target().get())
                    .filter(target -> target.owner().isPresent())
                    .ifPresent(target -> targets.forget(target.id()));
            String context =
                    FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
            PrimeFaces.current().ajax().addCallbackParam("to", context + "/drive");
        } else {
            refuse(null, "drive.target.not-empty");
        }
    }

    private static Optional<URI> uri(String typed) {
        try {
            URI uri = new URI(typed.strip());
            boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null;
            return plain && typed.length() <= LONGEST ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void refuse(String field, String key) {
        message(field, page.text(key));
    }

    private static void message(String field, String text) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = given(typed);
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String typed) {
        address = given(typed);
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(String typed) {
        folder = given(typed);
    }

    public String getUser() {
        return user;
    }

    public void setUser(String typed) {
        user = given(typed);
    }

    /** It goes in and never out again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String typed) {
        password = given(typed);
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String typed) {
        region = given(typed);
    }

    public boolean isChecksums() {
        return checksums;
    }

    public void setChecksums(boolean wished) {
        checksums = wished;
    }

    public boolean isEverybody() {
        return everybody;
    }

    public void setEverybody(boolean wished) {
        everybody = wished;
    }

    private static String given(String typed) {
        return typed == null ? "" : typed.substring(0, Math.min(LONGEST, typed.length()));
    }
}
