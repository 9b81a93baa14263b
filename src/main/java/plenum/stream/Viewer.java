package plenum.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import plenum.conference.Participant;
import plenum.media.Bandwidth;
import plenum.media.IceCandidate;
import plenum.media.MediaRoom;
import plenum.media.PeerListener;
import plenum.media.Sdp;
import plenum.media.Slot;
import plenum.media.Slot.Showing;
import plenum.protocol.Candidate;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.StreamMessages;
import plenum.protocol.StreamMessages.SlotView;
import plenum.protocol.StreamMessages.Wish;

/**
 * The slots of one participant. The first slots show the sources that the participant's layout asks for. The server fills the audio-only
 * slots after them with the latest speakers who are in none of the others.
 */
final class Viewer {
    private final Participant participant;
    private final Executor mailbox;
    private final int videoSlots;
    private final BiFunction<String, MediaSource, Optional<OnAir>> onAir;
    private final Map<Integer, OpenSlot> slots = new TreeMap<>();
    private final Map<Integer, Wish> wishes = new TreeMap<>();
    private List<SlotView> viewing = List.of();

    /**
     * @param videoSlots number of the first audio-only slot
     * @param onAir finds what can be shown to this participant
     */
    Viewer(
            Participant participant,
            Executor mailbox,
            int videoSlots,
            BiFunction<String, MediaSource, Optional<OnAir>> onAir) {
        this.participant = participant;
        this.mailbox = mailbox;
        this.videoSlots = videoSlots;
        this.onAir = onAir;
    }

    Participant participant() {
        return participant;
    }

    void open(MediaRoom room, int epoch, int number, Sdp offer) {
        OpenSlot before = slots.get(number);
        if (before != null && before.peer != null && offer.isOfSession(before.offer)) {
            before.peer.restart(offer);
            return;
        }
        if (before != null) {
            before.close();
        }
        OpenSlot slot = new OpenSlot(number, epoch, offer);
        slots.put(number, slot);
        slot.peer = room.receive(participant.id(), offer, slot);
    }

    boolean close(int number) {
        OpenSlot slot = slots.remove(number);
        if (slot == null) {
            return false;
        }
        slot.close();
        return true;
    }

    void dropSlots() {
        slots.values().forEach(OpenSlot::close);
        slots.clear();
        viewing = List.of();
    }

    boolean candidate(int number, IceCandidate candidate) {
        OpenSlot slot = slots.get(number);
        if (slot == null || slot.peer == null) {
            return false;
        }
        slot.peer.addCandidate(candidate);
        return true;
    }

    void wish(List<Wish> replacement) {
        wishes.clear();
        replacement.forEach(wish -> wishes.put(wish.slot(), wish));
    }

    /** Raises the height of each camera that is shown here to that of its tile. */
    void addHeights(Map<String, Integer> heights) {
        for (Wish wish : wishes.values()) {
            if (wish.source() == MediaSource.CAMERA
                    && slots.containsKey(wish.slot())
                    && onAir.apply(wish.participant(), MediaSource.CAMERA).isPresent()) {
                heights.merge(wish.participant(), wish.height(), Math::max);
            }
        }
    }

    List<SlotView> viewing() {
        return viewing;
    }

    /** Switches the slots that show something else than they should, and says so when the picture changed. */
    void refresh(List<String> recentSpeakers) {
        Map<Integer, Wish> wanted = new TreeMap<>();
        Set<String> heard = new HashSet<>();
        for (Wish wish : wishes.values()) {
            if (slots.containsKey(wish.slot())) {
                wanted.put(wish.slot(), wish);
                if (wish.source() == MediaSource.CAMERA) {
                    heard.add(wish.participant());
                }
            }
        }
        wanted.putAll(speakersOffScreen(recentSpeakers, heard));
        List<SlotView> now = new ArrayList<>();
        slots.forEach((number, slot) -> {
            Wish wish = wanted.get(number);
            Optional<Showing> showing = wish == null ? Optional.empty() : showing(wish);
            slot.show(showing);
            if (wish != null && showing.isPresent()) {
                now.add(new SlotView(number, wish.participant(), wish.source()));
            }
        });
        if (!now.equals(viewing)) {
            viewing = List.copyOf(now);
            participant.send(new StreamMessages.Viewing(viewing));
        }
    }

    private Optional<Showing> showing(Wish wish) {
        int kbps = Bandwidth.forTile(wish.source() == MediaSource.SCREEN, wish.height());
        return onAir.apply(wish.participant(), wish.source())
                .map(source -> new Showing(
                        source.publication(), source.audible(), wish.height() > 0 && source.visible(), kbps));
    }

    /** A speaker stays in the same audio slot for as long as they are among the latest: switching costs a moment of sound. */
    private Map<Integer, Wish> speakersOffScreen(List<String> recentSpeakers, Set<String> heard) {
        List<Integer> audioSlots =
                slots.keySet().stream().filter(number -> number >= videoSlots).toList();
        List<String> chosen = recentSpeakers.stream()
                .filter(id -> !id.equals(participant.id()) && !heard.contains(id))
                .filter(id -> onAir.apply(id, MediaSource.CAMERA).isPresent())
                .limit(audioSlots.size())
                .toList();
        Map<Integer, Wish> filled = new TreeMap<>();
        List<String> homeless = new ArrayList<>(chosen);
        for (SlotView view : viewing) {
            if (audioSlots.contains(view.slot()) && homeless.remove(view.participant())) {
                filled.put(view.slot(), audioOnly(view.slot(), view.participant()));
            }
        }
        for (int number : audioSlots) {
            if (!filled.containsKey(number) && !homeless.isEmpty()) {
                filled.put(number, audioOnly(number, homeless.removeFirst()));
            }
        }
        return filled;
    }

    private static Wish audioOnly(int slot, String speaker) {
        return new Wish(slot, speaker, MediaSource.CAMERA, 0);
    }

    /** One slot; deaf once it has been replaced or closed. */
    private final class OpenSlot implements PeerListener {
        private final int number;
        private final int epoch;
        private final Sdp offer;
        private @Nullable Slot peer;
        private Optional<Showing> shown = Optional.empty();

        OpenSlot(int number, int epoch, Sdp offer) {
            this.number = number;
            this.epoch = epoch;
            this.offer = offer;
        }

        void show(Optional<Showing> showing) {
            if (peer != null && !showing.equals(shown)) {
                shown = showing;
                peer.show(showing);
            }
        }

        void close() {
            if (peer != null) {
                peer.close();
            }
        }

        @Override
        public void answered(Sdp answer) {
            whileCurrent(() -> participant.send(new StreamMessages.Receiving(number, epoch, answer.text())));
        }

        @Override
        public void found(IceCandidate found) {
            Candidate candidate = new Candidate(found.text(), found.mid(), found.line());
            whileCurrent(() -> participant.send(new StreamMessages.SlotCandidate(number, epoch, candidate)));
        }

        @Override
        public void failed(Failure failure) {
            whileCurrent(() -> {
                slots.remove(number);
                close();
                viewing = viewing.stream().filter(view -> view.slot() != number).toList();
                participant.send(
                        failure == Failure.BAD_OFFER
                                ? new Failed(Failed.Code.BAD_OFFER, "receive")
                                : new StreamMessages.PeerFailed(null, number, epoch));
            });
        }

        private void whileCurrent(Runnable task) {
            mailbox.execute(() -> {
                if (slots.get(number) == this) {
                    task.run();
                }
            });
        }
    }
}
