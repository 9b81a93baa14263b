package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.PrimeFaces;
import plenum.storage.StorageException;

/** Connects servers of others: each is tried out by a small file before it is kept. */
@Named
@RequestScoped
@NullUnmarked
public class TargetsPanel {
    private static final int LONGEST = Target.Place.LONGEST;

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

    public void connectWebDav() {
        connect("target:webdav:address", Target.Place.webDav(address, folder, user, password));
    }

    public void connectS3() {
        connect("target:s3:address", Target.Place.s3(address, region, folder, user, password, checksums));
    }

    private void connect(String field, Optional<Target.Place> place) {
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
        Target target = new Target(UUID.randomUUID(), Optional.of(page.account().id()), called, place.get());
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

    private static String given(String typed) {
        return typed == null ? "" : typed.substring(0, Math.min(LONGEST, typed.length()));
    }
}
