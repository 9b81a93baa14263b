package plenum.stream;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.conference.Participant;
import plenum.media.IceCandidate;
import plenum.media.MediaRoom;
import plenum.media.PeerListener;
import plenum.media.Publication;
import plenum.media.Sdp;
import plenum.protocol.Candidate;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.StreamMessages;

/**
 * The publications of one participant, at most one of each source. A new offer for a source replaces its publication; an offer of the same
 * peer connection restarts ICE.
 */
final class Publisher {
    private static final int UNTOLD = -1;

    private final Participant participant;
    private final MediaRules rules;
    private final Executor mailbox;
    private final BiConsumer<Participant, MediaSource> onChange;
    private final Map<MediaSource, Entry> entries = new EnumMap<>(MediaSource.class);
    private int toldHeight = UNTOLD;

    Publisher(
            Participant participant,
            MediaRules rules,
            Executor mailbox,
            BiConsumer<Participant, MediaSource> onChange) {
        this.participant = participant;
        this.rules = rules;
        this.mailbox = mailbox;
        this.onChange = onChange;
    }

    Participant participant() {
        return participant;
    }

    void publish(MediaRoom room, int epoch, MediaSource source, Sdp offer) {
        Entry before = entries.get(source);
        if (before != null && before.publication != null && offer.isOfSession(before.offer)) {
            before.publication.restart(offer);
            return;
        }
        if (before != null) {
            before.close();
        }
        Entry entry = new Entry(source, epoch, offer);
        entries.put(source, entry);
        entry.publication = room.publish(offer, entry);
    }

    boolean unpublish(MediaSource source) {
        Entry entry = entries.remove(source);
        if (entry == null) {
            return false;
        }
        entry.close();
        offAir(source);
        return true;
    }

    /** Ends what the participant may not publish any more. */
    void enforce() {
        for (MediaSource source : MediaSource.values()) {
            if (!rules.mayPublish(participant, source)) {
                unpublish(source);
            }
        }
    }

    boolean candidate(MediaSource source, IceCandidate candidate) {
        Entry entry = entries.get(source);
        if (entry == null || entry.publication == null) {
            return false;
        }
        entry.publication.addCandidate(candidate);
        return true;
    }

    /** Present once the media server has answered the offer, while anything of it may be heard or seen. */
    Optional<OnAir> onAir(MediaSource source) {
        Entry entry = entries.get(source);
        if (entry == null || entry.publication == null || !entry.answered) {
            return Optional.empty();
        }
        Publication publication = entry.publication;
        return rules.onAir(participant, source).map(sides -> new OnAir(publication, sides.audible(), sides.visible()));
    }

    /** What the media server takes from them, whether anybody may see and hear it or not. */
    Stream<Feeds.Feed> feeds() {
        return entries.values().stream()
                .filter(entry -> entry.publication != null && entry.answered)
                .map(entry ->
                        new Feeds.Feed(participant.id(), entry.source, Objects.requireNonNull(entry.publication)));
    }

    /** Sends the largest height at which the camera is shown, if it has changed. */
    void shownAt(int height) {
        if (height != toldHeight && onAir(MediaSource.CAMERA).isPresent()) {
            toldHeight = height;
            participant.send(new StreamMessages.CameraShown(height));
        }
    }

    /** The browser may have missed messages: the height is sent again. */
    void tellAgain() {
        toldHeight = UNTOLD;
    }

    void close() {
        entries.values().forEach(Entry::close);
        entries.clear();
        participant.publishing().clear();
    }

    private void offAir(MediaSource source) {
        if (participant.publishing().remove(source)) {
            onChange.accept(participant, source);
        }
    }

    /** One publication; deaf once it has been replaced. */
    private final class Entry implements PeerListener {
        private final MediaSource source;
        private final int epoch;
        private final Sdp offer;
        private @Nullable Publication publication;
        private boolean answered;

        Entry(MediaSource source, int epoch, Sdp offer) {
            this.source = source;
            this.epoch = epoch;
            this.offer = offer;
        }

        void close() {
            if (publication != null) {
                publication.close();
            }
        }

        @Override
        public void answered(Sdp answer) {
            whileCurrent(() -> {
                answered = true;
                participant.publishing().add(source);
                participant.send(new StreamMessages.Published(source, epoch, answer.text()));
                tellAgain();
                onChange.accept(participant, source);
            });
        }

        @Override
        public void found(IceCandidate found) {
            Candidate candidate = new Candidate(found.text(), found.mid(), found.line());
            whileCurrent(() -> participant.send(new StreamMessages.PublishCandidate(source, epoch, candidate)));
        }

        @Override
        public void failed(Failure failure) {
            whileCurrent(() -> {
                entries.remove(source);
                close();
                participant.send(
                        failure == Failure.BAD_OFFER
                                ? new Failed(Failed.Code.BAD_OFFER, "publish")
                                : new StreamMessages.PeerFailed(source, null, epoch));
                offAir(source);
            });
        }

        private void whileCurrent(Runnable task) {
            mailbox.execute(() -> {
                if (entries.get(source) == this) {
                    task.run();
                }
            });
        }
    }
}
