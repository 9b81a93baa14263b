package plenum.conference;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.meeting.Meeting;
import plenum.platform.Mailbox;
import plenum.protocol.MediaSource;
import plenum.protocol.ServerMessage;

/**
 * A meeting while people are in it. Begins with the first who enters and is over when the last place has been given up; a place is given
 * up by leaving, or when its connection was lost for longer than the grace time.
 *
 * <p>The methods that say "posts" may be called from anywhere and return at once. All others belong to the mailbox: call them from a task
 * given to {@link #submit}.
 */
public final class Conference {
    private static final Logger log = LoggerFactory.getLogger(Conference.class);

    private final Meeting meeting;
    private final Surroundings around;
    private final Runnable onOver;
    private final Mailbox mailbox;
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final Stage stage;
    private final Speakers speakers;
    private boolean over;

    Conference(Meeting meeting, Surroundings around, Runnable onOver) {
        this.meeting = meeting;
        this.around = around;
        this.onOver = onOver;
        this.mailbox = new Mailbox("conference " + meeting.id(), around.threads());
        this.speakers = new Speakers(around.clock(), around.timers(), mailbox::post, new SpeechNews());
        this.stage = new Stage(meeting.id().toString(), around, mailbox::post, new StageNews());
    }

    /** Posts: somebody comes in or comes back; {@code answer} is called in the mailbox. */
    void enter(Arrival arrival, Consumer<Entry> answer) {
        boolean posted = mailbox.post(() -> answer.accept(over ? new Entry.Over() : admit(arrival)));
        if (!posted) {
            answer.accept(new Entry.Over());
        }
    }

    /** Posts: does something for a participant, unless the connection has lost the place by then. */
    public void submit(Presence presence, Runnable work) {
        mailbox.post(() -> {
            if (presence.participant().isHeldBy(presence.outbox())) {
                work.run();
            }
        });
    }

    /** Posts: the connection is gone. */
    public void lost(Presence presence) {
        submit(presence, () -> {
            Participant participant = presence.participant();
            participant.lose(around.timers()
                    .after(around.settings().meetings().grace(), () -> mailbox.post(() -> giveUp(participant))));
            speakers.heard(participant.id(), false, 0);
            broadcast(new ServerMessage.ParticipantChanged(participant.description()));
        });
    }

    private Entry admit(Arrival arrival) {
        Participant participant = participants.get(arrival.attendance().id().toString());
        boolean back = participant != null;
        if (participant == null) {
            if (participants.size() >= around.settings().meetings().participants()) {
                abandon(arrival.attendance().id());
                return new Entry.Full();
            }
            participant = new Participant(arrival.attendance());
            participants.put(participant.id(), participant);
        }
        participant.take(arrival.outbox());
        boolean wasSilenced = participant.isSilenced();
        participant.setDevices(arrival.microphone() && !wasSilenced, arrival.camera());
        stage.open();
        arrival.outbox().send(welcome(participant, arrival));
        speakers.dominant().ifPresent(id -> arrival.outbox().send(new ServerMessage.DominantSpeaker(id)));
        others(
                participant,
                back
                        ? new ServerMessage.ParticipantChanged(participant.description())
                        : new ServerMessage.ParticipantJoined(participant.description()));
        log.info("participant {} {} meeting {}", participant.id(), back ? "came back to" : "joined", meeting.id());
        return new Entry.Entered(new Presence(this, participant, arrival.outbox()));
    }

    private ServerMessage welcome(Participant participant, Arrival arrival) {
        var limits = around.settings().meetings();
        return new ServerMessage.Welcome(
                participant.id(),
                arrival.resumeToken(),
                new ServerMessage.Meeting(meeting.name(), meeting.code().toString(), arrival.link()),
                participants.values().stream().map(Participant::description).toList(),
                stage.viewing(participant),
                around.settings().iceServers().stream()
                        .map(s -> new ServerMessage.IceServer(List.of(s.url()), s.username(), s.credential()))
                        .toList(),
                new ServerMessage.Limits(limits.slots(), limits.audioSlots(), (int)
                        limits.grace().toSeconds()),
                stage.epoch(),
                stage.isAvailable());
    }

    /** Leaves for good. */
    public void leave(Participant participant) {
        giveUp(participant);
    }

    /** What people show and watch. */
    public Stage stage() {
        return stage;
    }

    public Optional<Participant> find(String id) {
        return Optional.ofNullable(participants.get(id));
    }

    public void broadcast(ServerMessage message) {
        participants.values().forEach(participant -> participant.send(message));
    }

    public void setDevices(Participant participant, boolean microphone, boolean camera) {
        participant.setDevices(microphone, camera);
        if (!microphone) {
            speakers.heard(participant.id(), false, 0);
        }
        stage.refresh();
        broadcast(new ServerMessage.ParticipantChanged(participant.description()));
    }

    /** Nobody hears the participant until they turn their microphone on themselves. */
    public void mute(Participant participant, Participant by) {
        participant.silence();
        speakers.heard(participant.id(), false, 0);
        stage.refresh();
        participant.send(new ServerMessage.Muted(by.id()));
        broadcast(new ServerMessage.ParticipantChanged(participant.description()));
        log.info("participant {} was muted in meeting {}", participant.id(), meeting.id());
    }

    /** What the participant's browser heard in its own microphone; believed only while that is on. */
    public void heard(Participant participant, boolean speaking, int level) {
        speakers.heard(participant.id(), speaking && participant.microphone(), level);
    }

    private void giveUp(Participant participant) {
        if (!participants.remove(participant.id(), participant)) {
            return;
        }
        participant.part();
        stage.forget(participant);
        speakers.left(participant.id());
        abandon(participant.attendance().id());
        broadcast(new ServerMessage.ParticipantLeft(participant.id()));
        log.info("participant {} left meeting {}", participant.id(), meeting.id());
        if (participants.isEmpty()) {
            over = true;
            stage.close();
            // first out of the registry, then closed: whoever finds it closed must not find it there again
            onOver.run();
            mailbox.close();
            log.info("meeting {} is over", meeting.id());
        }
    }

    /** The database may be slow: never in the mailbox. */
    private void abandon(UUID participant) {
        Instant now = around.clock().instant();
        around.threads().execute(() -> {
            try {
                around.attendances().giveUp(participant, now);
            } catch (RuntimeException e) {
                log.warn("could not store that participant {} left", participant, e);
            }
        });
    }

    private void others(Participant except, ServerMessage message) {
        for (Participant participant : participants.values()) {
            if (participant != except) {
                participant.send(message);
            }
        }
    }

    private final class SpeechNews implements Speakers.Listener {
        @Override
        public void speaking(String participant, boolean speaking) {
            broadcast(new ServerMessage.Speaking(participant, speaking));
            stage.listenTo(speakers.recent());
        }

        @Override
        public void dominantSpeaker(Optional<String> participant) {
            broadcast(new ServerMessage.DominantSpeaker(participant.orElse(null)));
        }
    }

    private final class StageNews implements Stage.Listener {
        @Override
        public Optional<Participant> participant(String id) {
            return find(id);
        }

        @Override
        public void publishingChanged(Participant participant, MediaSource source) {
            broadcast(new ServerMessage.ParticipantChanged(participant.description()));
            log.info(
                    "participant {} {} {}",
                    participant.id(),
                    participant.publishing().contains(source) ? "shows" : "no longer shows",
                    source);
        }

        @Override
        public void reset(int epoch, boolean available) {
            participants.values().forEach(participant -> {
                if (!available) {
                    participant.publishing().clear();
                }
                participant.send(new ServerMessage.MediaReset(epoch, available));
            });
            log.info("media of meeting {} is {}, epoch {}", meeting.id(), available ? "up" : "down", epoch);
        }
    }
}
