package plenum.calendar;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.AttachedFiles;

/** The files in the dialog of an event: whoever edits chooses from their own, whoever reads opens them. */
@Named
@ViewScoped
@NullUnmarked
public class AttachmentsPanel extends PersonalPage {
    private static final long serialVersionUID = 1L;
    private static final int SUGGESTIONS = 8;

    @Inject
    transient AttachmentAccess access;

    @Inject
    transient Attachments attachments;

    @Inject
    transient AttachedFiles files;

    private UUID event;
    private List<Attachments.Attachment> all = new ArrayList<>();
    private Map<String, UUID> offered = new LinkedHashMap<>();
    private String typed = "";

    /** @param of empty for an event that is new */
    void begin(Optional<UUID> of) {
        event = of.orElse(null);
        all = new ArrayList<>(of.map(id -> access.of(id, account())).orElse(List.of()));
        offered = new LinkedHashMap<>();
        typed = "";
    }

    /** Of an event that was just stored. */
    void store(UUID of) {
        attachments.set(of, all);
    }

    /** Names of own files; two of one name are told apart by a number. */
    public List<String> suggest(String words) {
        offered = new LinkedHashMap<>();
        for (AttachedFiles.Attachable file : files.search(account(), words, SUGGESTIONS)) {
            String name = file.name();
            for (int number = 2; offered.containsKey(name); number++) {
                name = file.name() + " (" + number + ")";
            }
            offered.put(name, file.id());
        }
        return List.copyOf(offered.keySet());
    }

    public void add() {
        Optional<AttachedFiles.Attachable> file =
                Optional.ofNullable(offered.get(typed)).flatMap(id -> files.mine(id, account()));
        if (file.isEmpty() || all.size() >= Attachments.MOST) {
            refuse("event:file", file.isEmpty() ? "calendar.file.none" : "calendar.file.many");
            return;
        }
        typed = "";
        if (all.stream().noneMatch(one -> one.item().equals(file.get().id()))) {
            all.add(new Attachments.Attachment(
                    file.get().id(), account().id(), file.get().name()));
        }
    }

    public void remove(UUID item) {
        all.removeIf(file -> file.item().equals(item));
    }

    public List<Attachments.Attachment> getAll() {
        return all;
    }

    /** Of the event, for addresses of its files; empty while it is new. */
    public String getEvent() {
        return event == null ? "" : event.toString();
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed == null ? "" : typed.strip();
    }
}
