package plenum.recording;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import plenum.conference.Participant;
import plenum.conference.People;
import plenum.media.Tap;
import plenum.protocol.MediaSource;
import plenum.protocol.RecordingMessages.RecordingChoice;
import plenum.protocol.RecordingMessages.RecordingLayout;
import plenum.stream.Feeds;

/**
 * One recording while it goes on: which publications are written, and what the composer is told about people. Nothing of anybody is written who does not consent, not even
 * a name; nor of those in breakout rooms. Belongs to the conference's mailbox.
 */
final class Take implements Feeds.Listener {
    private final UUID id;
    private final String by;
    private final Instant startedAt;
    private final People people;
    private final Feeds feeds;
    private final RecordingFolder folder;
    private final Timeline timeline;
    private final InstantSource clock;
    private final Executor mailbox;
    private final Map<UUID, RecordingChoice> choices = new HashMap<>();
    private final Map<Feeds.Feed, Track> tracks = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private RecordingLayout layout;
    private int count;
    private int lost;
    private long lastTrackAt;

    private record Track(String name, Tap tap) {}

    Take(
            UUID id,
            String by,
            Instant startedAt,
            RecordingLayout layout,
            People people,
            Feeds feeds,
            RecordingFolder folder,
            Timeline timeline,
            InstantSource clock,
            Executor mailbox) {
        this.id = id;
        this.by = by;
        this.startedAt = startedAt;
        this.layout = layout;
        this.people = people;
        this.feeds = feeds;
        this.folder = folder;
        this.timeline = timeline;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    void begin(String name) {
        timeline.began(name, layout);
        timeline.spoke(feeds.dominant());
        feeds.listen(this);
    }

    UUID id() {
        return id;
    }

    String by() {
        return by;
    }

    Instant startedAt() {
        return startedAt;
    }

    RecordingLayout layout() {
        return layout;
    }

    RecordingFolder folder() {
        return folder;
    }

    /** Whether frames are to be expected: of a screen, or of somebody whose camera or microphone is on. */
    boolean isWriting() {
        return tracks.keySet().stream()
                .anyMatch(feed -> feed.source() == MediaSource.SCREEN
                        || people.find(feed.participant())
                                .filter(participant -> participant.devices().microphone()
                                        || participant.devices().camera())
                                .isPresent());
    }

    /** When the latest track began, in milliseconds since 1970. */
    long lastTrackAt() {
        return lastTrackAt;
    }

    boolean isInTrouble() {
        return lost > 0 || timeline.isInTrouble();
    }

    void layOut(RecordingLayout other) {
        layout = other;
        timeline.layout(other);
    }

    RecordingChoice choice(Participant participant) {
        return choices.getOrDefault(participant.person(), RecordingChoice.ASKED);
    }

    int counted(RecordingChoice choice) {
        return (int) people.all().stream()
                .filter(Participant::isFirstDevice)
                .filter(participant -> choice(participant) == choice)
                .count();
    }

    /** Somebody decides, for all of their devices. */
    void choose(Participant participant, boolean given) {
        choices.put(participant.person(), given ? RecordingChoice.GIVEN : RecordingChoice.DECLINED);
        people.devicesOf(participant).forEach(this::look);
    }

    /** Somebody came, moved or left: shows them, or does not any more. */
    void look(Participant participant) {
        boolean show = isHere(participant) && choice(participant) == RecordingChoice.GIVEN;
        if (show && shown.add(participant.id())) {
            timeline.came(participant.id(), participant.name());
            timeline.devices(
                    participant.id(),
                    participant.devices().microphone(),
                    participant.devices().camera());
            timeline.consent(participant.id(), true);
            feeds.now().stream()
                    .filter(feed -> feed.participant().equals(participant.id()))
                    .forEach(this::began);
        } else if (!show && shown.remove(participant.id())) {
            if (isHere(participant)) {
                timeline.consent(participant.id(), false);
            }
            timeline.went(participant.id());
            List.copyOf(tracks.keySet()).stream()
                    .filter(feed -> feed.participant().equals(participant.id()))
                    .forEach(this::ended);
        }
    }

    private boolean isHere(Participant participant) {
        return people.find(participant.id()).isPresent() && participant.room().isEmpty();
    }

    void devices(Collection<Participant> of) {
        of.stream()
                .filter(participant -> shown.contains(participant.id()))
                .forEach(participant -> timeline.devices(
                        participant.id(),
                        participant.devices().microphone(),
                        participant.devices().camera()));
    }

    @Override
    public void began(Feeds.Feed feed) {
        if (!shown.contains(feed.participant()) || tracks.containsKey(feed)) {
            return;
        }
        String name = "t" + ++count;
        timeline.trackBegan(name, feed.participant(), feed.source());
        if (feed.source() == MediaSource.SCREEN) {
            people.find(feed.participant()).ifPresent(sharing -> timeline.chapter(sharing.id(), sharing.name()));
        }
        Tap tap = feed.publication().record(folder.uriOf(name), () -> mailbox.execute(() -> failed(feed)));
        tracks.put(feed, new Track(name, tap));
        lastTrackAt = clock.millis();
        feed.publication().requestKeyFrame();
    }

    private void failed(Feeds.Feed feed) {
        lost++;
        ended(feed);
    }

    @Override
    public void ended(Feeds.Feed feed) {
        Optional.ofNullable(tracks.remove(feed)).ifPresent(track -> {
            track.tap.close();
            timeline.trackEnded(track.name);
        });
    }

    @Override
    public void dominant(Optional<String> participant) {
        timeline.spoke(participant.filter(shown::contains));
    }

    /** A chunk of the film is decoded from a key frame on. */
    void refresh() {
        tracks.keySet().forEach(feed -> feed.publication().requestKeyFrame());
    }

    void end() {
        feeds.leave(this);
        timeline.ended();
        tracks.values().forEach(track -> track.tap.close());
        tracks.clear();
    }
}
