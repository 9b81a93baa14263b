package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.PrimeFaces;
import plenum.drive.Drive.Answer;
import plenum.drive.Drive.Folder;

/** What somebody does with the files that they see; what came of it is told on the page. */
@Named
@RequestScoped
@NullUnmarked
public class DriveActionsPanel {
    private static final int MOST_AT_ONCE = 1000;

    @Inject
    DrivePage page;

    @Inject
    Drive drive;

    @Inject
    DriveItems items;

    @Inject
    Drives drives;

    @Inject
    DriveClipboardPanel clipboard;

    private String name = "";

    public void makeFolder() {
        tell(drive.makeFolder(page.folder(), name, page.viewer()), "drive.done.folder", "drive-name");
    }

    /** For the dialog that changes it. */
    public void nameChosen() {
        name = page.getSelected().stream().findFirst().map(DriveRow::name).orElse("");
    }

    public void rename() {
        page.selectedIds().stream()
                .findFirst()
                .ifPresent(item -> tell(drive.rename(item, name, page.viewer()), "drive.done.rename", "drive-rename"));
    }

    public void trash() {
        each(item -> drive.trash(item, page.viewer()), "drive.done.trash");
    }

    public void restore() {
        each(item -> drive.restore(item, page.viewer()), "drive.done.restore");
    }

    public void delete() {
        each(item -> drive.delete(item, page.viewer()), "drive.done.delete");
    }

    public void emptyTrash() {
        tell(drive.emptyTrash(page.getSpace().id(), page.viewer()), "drive.done.delete", "");
    }

    public void useForRecordings() {
        if (page.isOwner() && page.getSpace().account().isPresent()) {
            drives.useForRecordings(page.getSpace().id());
            tell(Answer.DONE, "drive.done.recordings", "");
        }
    }

    public void cut() {
        clipboard.take(page.selectedIds(), true);
        tell(Answer.DONE, "drive.done.cut", "");
    }

    public void copy() {
        clipboard.take(page.selectedIds(), false);
        tell(Answer.DONE, "drive.done.cut", "");
    }

    public void paste() {
        Folder here = page.folder();
        boolean move = clipboard.isCut();
        Answer answer = drive.each(
                clipboard.items(),
                item -> move ? drive.move(item, here, page.viewer()) : drive.copy(item, here, page.viewer()));
        if (move) {
            clipboard.empty();
        }
        tell(answer, move ? "drive.done.move" : "drive.done.copy", "");
    }

    /** By dragging: onto a folder, or onto the top of a drive. The names are not those of the page's own parameters. */
    public void move() {
        List<UUID> dragged = Arrays.stream(parameter("dragged").split(","))
                .limit(MOST_AT_ONCE)
                .flatMap(text -> uuid(text).stream())
                .toList();
        Optional<UUID> onto = uuid(parameter("ontoFolder"));
        Optional<UUID> space = onto.flatMap(folder -> items.find(folder, page.viewer()))
                .map(found -> found.item().drive())
                .or(() -> uuid(parameter("ontoDrive")));
        space.ifPresent(target -> {
            Folder folder = new Folder(target, onto);
            tell(drive.each(dragged, item -> drive.move(item, folder, page.viewer())), "drive.done.move", "");
        });
    }

    private void each(Function<UUID, Answer> work, String done) {
        tell(drive.each(page.selectedIds(), work), done, "");
        page.getSelected().clear();
    }

    /** @param dialog stays open unless it is done */
    private void tell(Answer answer, String done, String dialog) {
        boolean right = answer == Answer.DONE;
        String text =
                right ? page.text(done) : page.text("drive.not." + answer.name().toLowerCase(Locale.ROOT));
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(right ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR, text, null));
        PrimeFaces.current().ajax().addCallbackParam("done", right);
        PrimeFaces.current().ajax().addCallbackParam("dialog", dialog);
    }

    private static String parameter(String key) {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get(key))
                .orElse("");
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed == null ? "" : typed;
    }
}
