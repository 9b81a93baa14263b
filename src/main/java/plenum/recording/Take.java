package plenum.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
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
    /** Less is left alone. */
    static final long LEAST_ROOM = 100L << 20;
    /** Between two tries to write something. */
    private static final Duration REST = Duration.ofSeconds(2);

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
    private final Map<UUID, RecordingChoice> remembered = new HashMap<>();
    /** Whose media have been recorded: they are missed when they do not come any more. */
    private final Set<String> seen = new HashSet<>();
    /** Those that could not be written on: they get another track once that is possible. */
    private final Set<Feeds.Feed> failed = new LinkedHashSet<>();

    private RecordingLayout layout;
    private int count;
    private long lastTrackAt;
    private long failedAt;
    private boolean visited;

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
        visited = true;
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

    /** Goes on with what a process that died left behind: those who were in it are shown until it is known that they do not come back. */
    void resume(Torn torn) {
        layout = torn.layout();
        count = torn.tracks();
        shown.addAll(torn.people());
        seen.addAll(torn.people());
        torn.answers()
                .forEach((participant, answer) -> remembered.put(
                        participant, answer.choice().given() ? RecordingChoice.GIVEN : RecordingChoice.DECLINED));
        torn.open().forEach(timeline::trackEnded);
        torn.declined().keySet().forEach(participant -> {
            shown.remove(participant);
            timeline.consent(participant, false);
            timeline.went(participant);
        });
        lastTrackAt = clock.millis();
        people.all().forEach(this::look);
        feeds.listen(this);
        feeds.now().forEach(this::began);
    }

    /** Of those who were in it before a process died, forgets those who have not come back. */
    void forgetAbsent() {
        List.copyOf(shown).stream()
                .filter(participant -> people.find(participant).isEmpty())
                .forEach(participant -> {
                    shown.remove(participant);
                    timeline.went(participant);
                });
    }

    /** Whether what somebody said is stored already. */
    boolean isRemembered(Participant participant) {
        return remembered.containsKey(UUID.fromString(participant.id())) && !choices.containsKey(participant.person());
    }

    /** Whether frames are to be expected: of a screen, or of somebody whose camera or microphone is on and has been recorded. */
    boolean isWriting() {
        return tracks.keySet().stream().anyMatch(feed -> feed.source() == MediaSource.SCREEN)
                || seen.stream()
                        .filter(shown::contains)
                        .flatMap(participant -> people.find(participant).stream())
                        .anyMatch(participant -> participant.devices().microphone()
                                || participant.devices().camera());
    }

    /** Whether nothing at all is written although frames are to be expected: the media server is away, or has just come back. */
    boolean isIdle() {
        return tracks.isEmpty() && isWriting();
    }

    /** When the latest track began, in milliseconds since 1970. */
    long lastTrackAt() {
        return lastTrackAt;
    }

    boolean isInTrouble() {
        return !failed.isEmpty() || timeline.isInTrouble();
    }

    void layOut(RecordingLayout other) {
        layout = other;
        timeline.layout(other);
    }

    RecordingChoice choice(Participant participant) {
        RecordingChoice before = remembered.getOrDefault(UUID.fromString(participant.id()), RecordingChoice.ASKED);
        return choices.getOrDefault(participant.person(), before);
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

    /** Whether anybody has been here since it began or went on. */
    boolean wasVisited() {
        return visited;
    }

    /** Somebody came, moved or left: shows them, or does not any more. */
    void look(Participant participant) {
        visited = true;
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
        } else if (show) {
            devices(List.of(participant));
        } else if (shown.remove(participant.id())) {
            if (isHere(participant)) {
                timeline.consent(participant.id(), false);
            }
            timeline.went(participant.id());
            Stream.of(tracks.keySet(), failed).flatMap(Set::stream).toList().stream()
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
        write(feed);
        if (feed.source() == MediaSource.SCREEN) {
            people.find(feed.participant()).ifPresent(sharing -> timeline.chapter(sharing.id(), sharing.name()));
        }
    }

    private void write(Feeds.Feed feed) {
        String name = "t" + ++count;
        timeline.trackBegan(name, feed.participant(), feed.source());
        Tap tap = feed.publication().record(folder.uriOf(name), () -> mailbox.execute(() -> failed(feed, name)));
        tracks.put(feed, new Track(name, tap));
        seen.add(feed.participant());
        lastTrackAt = clock.millis();
        feed.publication().requestKeyFrame();
    }

    private void failed(Feeds.Feed feed, String name) {
        Track track = tracks.get(feed);
        if (track != null && track.name.equals(name)) {
            ended(feed);
            failed.add(feed);
            failedAt = clock.millis();
        }
    }

    /** Where a disk was full or away, goes on as soon as it is not any more. */
    void goOn(long room) {
        if (room >= LEAST_ROOM && clock.millis() - failedAt >= REST.toMillis()) {
            List<Feeds.Feed> again = List.copyOf(failed);
            failed.clear();
            again.forEach(this::write);
        }
    }

    @Override
    public void ended(Feeds.Feed feed) {
        failed.remove(feed);
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

    /** Without an end. */
    void leave() {
        feeds.leave(this);
    }

    void end() {
        feeds.leave(this);
        timeline.ended();
        tracks.values().forEach(track -> track.tap.close());
        tracks.clear();
    }
}
