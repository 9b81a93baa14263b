package plenum.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import plenum.conference.Participant;
import plenum.media.IceCandidate;
import plenum.media.MediaRoom;
import plenum.media.Sdp;
import plenum.platform.Settings.MeetingLimits;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.StreamMessages;
import plenum.protocol.StreamMessages.SlotView;

/**
 * The publications and slots of a conference. When the media room fails, all of them are lost: a new epoch begins, another media room is
 * opened, and browsers offer again.
 *
 * <p>Belongs to the conference's mailbox. An answer of type {@code Optional<Failed.Code>} that holds a code means that nothing changed.
 */
final class Stage {
    private final String label;
    private final StreamServices around;
    private final MediaRules rules;
    private final Executor mailbox;
    private final Listener listener;
    private final Map<String, Publisher> publishers = new HashMap<>();
    private final Map<String, Viewer> viewers = new HashMap<>();
    private int epoch;
    private @Nullable MediaRoom room;
    private @Nullable CompletableFuture<MediaRoom> opening;
    private boolean closed;

    Stage(String label, StreamServices around, MediaRules rules, Executor mailbox, Listener listener) {
        this.label = label;
        this.around = around;
        this.rules = rules;
        this.mailbox = mailbox;
        this.listener = listener;
        // grows over restarts of the server too, so that a tab that comes back sees that its peer connections are of no
        // use
        this.epoch = (int) Duration.ofMillis(around.clock().millis()).toSeconds();
    }

    /** Is told of events of the stage, and answers its questions. */
    interface Listener {
        Optional<Participant> participant(String id);

        /** The participants that a listener heard last, the latest first: they are heard also by those who do not see them. */
        List<String> recentSpeakers(Participant listening);

        void publishingChanged(Participant participant, MediaSource source);

        void reset(int epoch, boolean available);

        /** All that is published. */
        void feeds(List<Feeds.Feed> now);
    }

    int epoch() {
        return epoch;
    }

    boolean isAvailable() {
        return room != null;
    }

    /** Opens a media room, unless there is one or one is being opened. */
    void open() {
        if (room != null || opening != null || closed) {
            return;
        }
        int asked = epoch;
        CompletableFuture<MediaRoom> future =
                around.media().open(label, () -> mailbox.execute(() -> roomFailed(asked)));
        opening = future;
        future.thenAccept(opened -> mailbox.execute(() -> roomOpened(asked, opened)));
    }

    private void roomOpened(int asked, MediaRoom opened) {
        if (closed || asked != epoch) {
            opened.close();
            return;
        }
        opening = null;
        room = opened;
        listener.reset(epoch, true);
    }

    private void roomFailed(int asked) {
        if (closed || asked != epoch) {
            return;
        }
        opening = null;
        epoch++;
        if (room != null) {
            room.close();
            room = null;
        }
        publishers.clear();
        viewers.values().forEach(Viewer::dropSlots);
        tellFeeds();
        listener.reset(epoch, false);
        open();
    }

    Optional<Failed.Code> publish(Participant participant, MediaSource source, int offeredIn, Sdp offer) {
        if (offeredIn != epoch) {
            return Optional.empty();
        }
        if (!rules.mayPublish(participant, source)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (room == null) {
            return Optional.of(Failed.Code.MEDIA_UNAVAILABLE);
        }
        publishers
                .computeIfAbsent(
                        participant.id(), id -> new Publisher(participant, rules, mailbox, this::publishingChanged))
                .publish(room, epoch, source, offer);
        refresh();
        return Optional.empty();
    }

    Optional<Failed.Code> unpublish(Participant participant, MediaSource source) {
        Publisher publisher = publishers.get(participant.id());
        if (publisher != null && publisher.unpublish(source)) {
            return Optional.empty();
        }
        // it ended while the media server was away: the others may still wait for its picture to come back
        listener.publishingChanged(participant, source);
        return Optional.of(Failed.Code.NOT_FOUND);
    }

    Optional<Failed.Code> candidate(Participant participant, MediaSource source, int sentIn, IceCandidate candidate) {
        Publisher publisher = publishers.get(participant.id());
        if (sentIn != epoch || (publisher != null && publisher.candidate(source, candidate))) {
            return Optional.empty();
        }
        return Optional.of(Failed.Code.NOT_FOUND);
    }

    Optional<Failed.Code> receive(Participant participant, int slot, int offeredIn, Sdp offer) {
        if (!isSlot(slot)) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        if (offeredIn != epoch) {
            return Optional.empty();
        }
        if (room == null) {
            return Optional.of(Failed.Code.MEDIA_UNAVAILABLE);
        }
        Viewer viewer = viewer(participant);
        viewer.open(room, epoch, slot, offer);
        refresh(viewer);
        return Optional.empty();
    }

    Optional<Failed.Code> closeSlot(Participant participant, int slot) {
        Viewer viewer = viewer(participant);
        if (!viewer.close(slot)) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        refresh(viewer);
        return Optional.empty();
    }

    Optional<Failed.Code> candidate(Participant participant, int slot, int sentIn, IceCandidate candidate) {
        return sentIn != epoch || viewer(participant).candidate(slot, candidate)
                ? Optional.empty()
                : Optional.of(Failed.Code.NOT_FOUND);
    }

    /** Stores the wishes that can be fulfilled, now or when their participant publishes. Answers NOT_FOUND if there were others. */
    Optional<Failed.Code> view(Participant participant, List<StreamMessages.Wish> wishes) {
        List<StreamMessages.Wish> possible = wishes.stream()
                .filter(wish -> wish.slot() < limits().slots()
                        && !wish.participant().equals(participant.id())
                        && listener.participant(wish.participant()).isPresent())
                .toList();
        Viewer viewer = viewer(participant);
        viewer.wish(possible);
        refresh(viewer);
        return possible.size() == wishes.size() ? Optional.empty() : Optional.of(Failed.Code.NOT_FOUND);
    }

    List<SlotView> viewing(Participant participant) {
        Viewer viewer = viewers.get(participant.id());
        return viewer == null ? List.of() : viewer.viewing();
    }

    /** Rules, roles or devices changed: closes publications that are no longer allowed, and updates all slots. */
    void enforce() {
        List.copyOf(publishers.values()).forEach(Publisher::enforce);
        refresh();
    }

    /** Updates all slots by wishes, speakers, publications, mutes and rooms. */
    void refresh() {
        viewers.values().forEach(this::bringInLine);
        tellHeights();
        tellFeeds();
    }

    private void tellFeeds() {
        listener.feeds(publishers.values().stream().flatMap(Publisher::feeds).toList());
    }

    private void refresh(Viewer viewer) {
        bringInLine(viewer);
        tellHeights();
    }

    private void bringInLine(Viewer viewer) {
        viewer.refresh(listener.recentSpeakers(viewer.participant()));
    }

    /** Tells each publisher the largest height at which their camera is shown, so that the browser sends no larger picture. */
    private void tellHeights() {
        Map<String, Integer> heights = new HashMap<>();
        viewers.values().forEach(viewer -> viewer.addHeights(heights));
        publishers.forEach((id, publisher) -> publisher.shownAt(heights.getOrDefault(id, 0)));
    }

    /** A participant reconnected and may have missed messages: sends them again. */
    void returned(Participant participant) {
        Publisher publisher = publishers.get(participant.id());
        if (publisher != null) {
            publisher.tellAgain();
            tellHeights();
        }
    }

    void forget(Participant participant) {
        Publisher publisher = publishers.remove(participant.id());
        if (publisher != null) {
            publisher.close();
        }
        Viewer viewer = viewers.remove(participant.id());
        if (viewer != null) {
            viewer.dropSlots();
        }
        refresh();
    }

    void close() {
        closed = true;
        if (opening != null) {
            opening.cancel(false);
        }
        if (room != null) {
            room.close();
        }
    }

    private void publishingChanged(Participant participant, MediaSource source) {
        listener.publishingChanged(participant, source);
        refresh();
    }

    private Viewer viewer(Participant participant) {
        return viewers.computeIfAbsent(
                participant.id(),
                id -> new Viewer(
                        participant, mailbox, limits().slots(), (other, source) -> onAir(participant, other, source)));
    }

    /** Participants in other rooms can be neither seen nor heard, whatever was asked for. */
    private Optional<OnAir> onAir(Participant viewing, String other, MediaSource source) {
        return Optional.ofNullable(publishers.get(other))
                .filter(publisher -> publisher.participant().room().equals(viewing.room()))
                .flatMap(publisher -> publisher.onAir(source));
    }

    private boolean isSlot(int slot) {
        return slot >= 0 && slot < limits().slots() + limits().audioSlots();
    }

    private MeetingLimits limits() {
        return around.settings().meetings();
    }
}
