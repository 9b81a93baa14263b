package plenum.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.media.Slot.Showing;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.ModerationMessages;
import plenum.protocol.ModerationMessages.ShareRule;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.ShareBarrier;
import plenum.protocol.StreamMessages;
import plenum.protocol.StreamMessages.Wish;

/**
 * Every source under every rule and act of a moderator, from every role, published before the rule and after it: what the media server is
 * told to hand to another participant. What is expected is written here by hand.
 */
@Tag("stream")
class MediaRulesTest {
    private static final Expected ALL = new Expected(true, true, true);
    private static final Expected SOUND = new Expected(true, true, false);
    private static final Expected PICTURE = new Expected(true, false, true);
    private static final Expected NOTHING = new Expected(true, false, false);
    private static final Expected REFUSED = new Expected(false, false, false);

    /** What happens, and what others then get of a participant's camera and screen, and of those of somebody who moderates. */
    enum Rule {
        NONE(scene -> {}, ALL, ALL, ALL, ALL),
        SHARE_OFF(scene -> scene.off(RoomSwitch.SHARE), ALL, REFUSED, ALL, ALL),
        UNMUTE_OFF_WHILE_SPEAKING(scene -> scene.off(RoomSwitch.UNMUTE), ALL, ALL, ALL, ALL),
        UNMUTE_OFF(
                scene -> {
                    scene.devices(false, true);
                    scene.off(RoomSwitch.UNMUTE);
                },
                PICTURE,
                PICTURE,
                ALL,
                ALL),
        CAMERA_OFF_WHILE_SEEN(scene -> scene.off(RoomSwitch.CAMERA), ALL, ALL, ALL, ALL),
        CAMERA_OFF(
                scene -> {
                    scene.devices(true, false);
                    scene.off(RoomSwitch.CAMERA);
                },
                SOUND,
                REFUSED,
                ALL,
                ALL),
        ALL_OFF(
                scene -> {
                    scene.devices(false, false);
                    scene.off(RoomSwitch.UNMUTE, RoomSwitch.CAMERA, RoomSwitch.SHARE);
                },
                NOTHING,
                REFUSED,
                ALL,
                ALL),
        ALLOWED(
                scene -> {
                    scene.devices(false, false);
                    scene.off(RoomSwitch.UNMUTE, RoomSwitch.CAMERA);
                    scene.ada.say(new ModerationMessages.AllowDevices(scene.publisher.id()));
                },
                NOTHING,
                ALL,
                ALL,
                ALL),
        MUTED(Scene::mute, PICTURE, PICTURE, PICTURE, PICTURE),
        MUTED_WITH_ALL(scene -> scene.ada.say(new ModerationMessages.MuteAll()), PICTURE, PICTURE, ALL, ALL),
        STOPPED(Scene::stop, SOUND, REFUSED, SOUND, ALL),
        STOPPED_WITH_ALL(scene -> scene.ada.say(new ModerationMessages.StopAllVideos()), SOUND, ALL, ALL, ALL),
        MUTED_AND_STOPPED(
                scene -> {
                    scene.mute();
                    scene.stop();
                },
                NOTHING,
                REFUSED,
                NOTHING,
                PICTURE),
        TURNED_ON_AGAIN(
                scene -> {
                    scene.mute();
                    scene.stop();
                    scene.devices(true, true);
                },
                ALL,
                ALL,
                ALL,
                ALL);

        private final Consumer<Scene> made;
        private final Expected camera;
        private final Expected screen;
        private final Expected moderatorsCamera;
        private final Expected moderatorsScreen;

        Rule(
                Consumer<Scene> made,
                Expected camera,
                Expected screen,
                Expected moderatorsCamera,
                Expected moderatorsScreen) {
            this.made = made;
            this.camera = camera;
            this.screen = screen;
            this.moderatorsCamera = moderatorsCamera;
            this.moderatorsScreen = moderatorsScreen;
        }

        Expected of(MediaSource source, Who who) {
            boolean moderates = who == Who.CREATOR || who == Who.MODERATOR;
            return switch (source) {
                case CAMERA -> moderates ? moderatorsCamera : camera;
                case SCREEN -> moderates ? moderatorsScreen : screen;
            };
        }
    }

    /** Who publishes. */
    enum Who {
        CREATOR,
        MODERATOR,
        PARTICIPANT,
        SECOND_DEVICE
    }

    /** Whether it was published before the rule came, and has gone on since. */
    enum When {
        BEFORE,
        AFTER
    }

    /** What another participant is to get. */
    record Expected(boolean published, boolean heard, boolean seen) {}

    static Stream<Arguments> everySourceUnderEveryRule() {
        return Arrays.stream(Rule.values()).flatMap(rule -> Arrays.stream(MediaSource.values())
                .flatMap(source -> Arrays.stream(Who.values()).flatMap(who -> Arrays.stream(When.values())
                        .map(when -> Arguments.of(rule, source, who, when)))));
    }

    @ParameterizedTest
    @MethodSource("everySourceUnderEveryRule")
    void othersGetWhatTheRulesAllowWhateverItIsCalled(Rule rule, MediaSource source, Who who, When when) {
        Scene scene = new Scene(who);
        Expected expected = rule.of(source, who);
        if (when == When.BEFORE) {
            assertThat(scene.publish(source)).isEmpty();
        }
        rule.made.accept(scene);
        // a screen that was ended stays so, also where it may begin again
        boolean endedMeanwhile = rule == Rule.TURNED_ON_AGAIN || rule == Rule.ALLOWED;
        if (when == When.AFTER || endedMeanwhile) {
            Optional<Failed.Code> answer = scene.publish(source);
            assertThat(answer).isEqualTo(expected.published() ? Optional.empty() : Optional.of(Failed.Code.FORBIDDEN));
        }

        Optional<Showing> shown = scene.shown(source);
        assertThat(new Expected(
                        shown.isPresent(),
                        shown.filter(Showing::audio).isPresent(),
                        shown.filter(Showing::video).isPresent()))
                .isEqualTo(expected);
        assertThat(scene.publisher.participant().publishing().contains(source)).isEqualTo(expected.published());
        assertThat(scene.meeting.media.room().publications.stream().allMatch(one -> one.closed))
                .as("nothing of it is left at the media server")
                .isEqualTo(!expected.published());
    }

    @Test
    void aStartWithDevicesOffIsNoRuleAboutScreens() {
        LiveMeeting meeting = new LiveMeeting(RoomSwitch.START_MUTED, RoomSwitch.START_CAMERA_OFF);
        Scene scene = new Scene(meeting, meeting.join("Ada", Role.CREATOR), meeting.join("Bob"));
        scene.publish(MediaSource.CAMERA);
        assertThat(scene.shown(MediaSource.CAMERA).orElseThrow().audio()).isFalse();
        assertThat(scene.shown(MediaSource.CAMERA).orElseThrow().video()).isFalse();
        assertThat(scene.publish(MediaSource.SCREEN)).isEmpty();
        assertThat(scene.shown(MediaSource.SCREEN).orElseThrow().audio()).isTrue();
        assertThat(scene.shown(MediaSource.SCREEN).orElseThrow().video()).isTrue();
    }

    @Test
    void aScreenThatEndsIsExplainedToItsTabAndTakenFromTheOthers() {
        Scene scene = new Scene(Who.PARTICIPANT);
        scene.publish(MediaSource.CAMERA);
        scene.publish(MediaSource.SCREEN);
        assertThat(scene.publisher.outbox().all(ShareRule.class)).isEmpty();
        scene.off(RoomSwitch.SHARE);
        assertThat(scene.publisher.outbox().last(ShareRule.class))
                .isEqualTo(new ShareRule(ShareBarrier.SWITCHED_OFF, false));
        assertThat(scene.cem
                        .outbox()
                        .last(ParticipantChanged.class)
                        .participant()
                        .publishing())
                .containsExactly(MediaSource.CAMERA);
        scene.on(RoomSwitch.SHARE);
        assertThat(scene.publisher.outbox().last(ShareRule.class)).isEqualTo(new ShareRule(null, false));
        assertThat(scene.shown(MediaSource.SCREEN))
                .as("begins again by a click, never by itself")
                .isEmpty();
        assertThat(scene.cem.outbox().all(ShareRule.class))
                .as("it was told the same")
                .hasSize(2);
    }

    @Test
    void eachBarrierHasItsName() {
        Scene scene = new Scene(Who.PARTICIPANT);
        scene.stop();
        assertThat(scene.rule()).isEqualTo(new ShareRule(ShareBarrier.STOPPED, false));
        scene.mute();
        assertThat(scene.rule()).isEqualTo(new ShareRule(ShareBarrier.STOPPED, true));
        scene.devices(true, true);
        assertThat(scene.rule()).isEqualTo(new ShareRule(null, false));
        scene.off(RoomSwitch.CAMERA);
        scene.stop();
        assertThat(scene.rule()).isEqualTo(new ShareRule(ShareBarrier.NO_CAMERA, false));
        scene.ada.say(new ModerationMessages.AllowDevices(scene.publisher.id()));
        assertThat(scene.rule()).isEqualTo(new ShareRule(null, false));
        scene.stop();
        scene.off(RoomSwitch.SHARE);
        assertThat(scene.rule()).isEqualTo(new ShareRule(ShareBarrier.SWITCHED_OFF, false));
        scene.ada.say(new ModerationMessages.Promote(scene.publisher.id()));
        assertThat(scene.rule()).isEqualTo(new ShareRule(null, false));
    }

    @Test
    void whoModeratesNoMoreIsUnderTheRules() {
        Scene scene = new Scene(Who.MODERATOR);
        scene.publish(MediaSource.CAMERA);
        scene.publish(MediaSource.SCREEN);
        scene.devices(false, true);
        scene.off(RoomSwitch.UNMUTE, RoomSwitch.SHARE);
        assertThat(scene.shown(MediaSource.SCREEN)).isPresent();
        assertThat(scene.shown(MediaSource.CAMERA).orElseThrow().audio()).isTrue();
        scene.ada.say(new ModerationMessages.Demote(scene.publisher.id()));
        assertThat(scene.shown(MediaSource.SCREEN)).isEmpty();
        assertThat(scene.rule()).isEqualTo(new ShareRule(ShareBarrier.SWITCHED_OFF, true));
        assertThat(scene.shown(MediaSource.CAMERA).orElseThrow().audio())
                .as("a microphone that is said to be off and may not be on")
                .isFalse();
    }

    @Test
    void muteAllReachesScreensOfThoseWhoseMicrophoneIsOff() {
        Scene scene = new Scene(Who.PARTICIPANT);
        scene.devices(false, false);
        scene.publish(MediaSource.SCREEN);
        scene.ada.say(new ModerationMessages.MuteAll());
        assertThat(scene.shown(MediaSource.SCREEN).orElseThrow().audio()).isFalse();
        assertThat(scene.rule()).isEqualTo(new ShareRule(null, true));
    }

    @Test
    void aRuleThatCouldNotBeStoredEndsNothing() {
        Scene scene = new Scene(Who.PARTICIPANT);
        scene.publish(MediaSource.SCREEN);
        scene.meeting.records.broken = true;
        scene.off(RoomSwitch.SHARE);
        assertThat(scene.shown(MediaSource.SCREEN)).isPresent();
    }

    @Test
    void whoComesInOrBackIsToldWhatIsNotFree() {
        Scene scene = new Scene(Who.PARTICIPANT);
        scene.off(RoomSwitch.SHARE);
        assertThat(scene.meeting.join("Dora").outbox().last(ShareRule.class).barrier())
                .isEqualTo(ShareBarrier.SWITCHED_OFF);
        scene.publisher.vanish();
        List<ServerMessage> sent = scene.meeting.resume("Bob").outbox().sent;
        assertThat(sent).contains(new ShareRule(ShareBarrier.SWITCHED_OFF, false));
        assertThat(sent.getFirst()).isInstanceOf(SessionMessages.Welcome.class);
        scene.on(RoomSwitch.SHARE);
        assertThat(scene.meeting.join("Eve").outbox().all(ShareRule.class)).isEmpty();
    }

    /** Ada moderates, Cem watches, and somebody publishes. */
    private static final class Scene {
        private final LiveMeeting meeting;
        private final Person ada;
        private final Person publisher;
        private final Person cem;

        Scene(Who who) {
            this(new LiveMeeting(), who);
        }

        private Scene(LiveMeeting meeting, Who who) {
            this(meeting, meeting.join("Ada", Role.CREATOR), publisher(meeting, who));
            devices(true, true);
        }

        Scene(LiveMeeting meeting, Person ada, Person publisher) {
            this.meeting = meeting;
            this.ada = ada;
            this.publisher = publisher;
            this.cem = meeting.join("Cem");
            List<Wish> wishes = Arrays.stream(MediaSource.values())
                    .map(source -> new Wish(source.ordinal(), publisher.id(), source, 720))
                    .toList();
            wishes.forEach(wish -> cem.say(new StreamMessages.Receive(wish.slot(), cem.epoch(), "offer")));
            cem.say(new StreamMessages.View(wishes));
        }

        private static Person publisher(LiveMeeting meeting, Who who) {
            return switch (who) {
                case CREATOR -> meeting.join("Bob", Role.CREATOR);
                case MODERATOR -> meeting.join("Bob", Role.MODERATOR);
                case PARTICIPANT -> meeting.join("Bob");
                case SECOND_DEVICE -> meeting.joinWithSecondDevice(meeting.join("Bob"));
            };
        }

        void off(RoomSwitch... switches) {
            Arrays.stream(switches).forEach(which -> ada.set(which, false));
        }

        void on(RoomSwitch which) {
            ada.set(which, true);
        }

        void devices(boolean microphone, boolean camera) {
            publisher.devices(microphone, camera);
        }

        void mute() {
            ada.say(new ModerationMessages.Mute(publisher.id()));
        }

        void stop() {
            ada.say(new ModerationMessages.StopVideo(publisher.id()));
        }

        Optional<Failed.Code> publish(MediaSource source) {
            return publisher.say(new StreamMessages.Publish(source, ada.epoch(), "offer"));
        }

        /** What Cem's slot for the source shows. */
        Optional<Showing> shown(MediaSource source) {
            return meeting.media.room().slots.get(source.ordinal()).showing;
        }

        /** What the publisher's tab was told last. */
        ShareRule rule() {
            return publisher.outbox().last(ShareRule.class);
        }
    }
}
