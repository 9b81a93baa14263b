package plenum.ink;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.protocol.Failed;
import plenum.protocol.InkMessages;
import plenum.protocol.InkMessages.InkDraw;
import plenum.protocol.InkMessages.InkDrawn;
import plenum.protocol.InkMessages.InkGone;
import plenum.protocol.MediaSource;
import plenum.protocol.Sealed;

/** Ink on the screens that are shared in a meeting. Whoever is in the room of the presenter sees it and, unless a moderator or the presenter says otherwise, draws. */
public final class InkTopic implements Topic<InkMessages.Ask> {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,36}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final Optional<Failed.Code> NOT_FOUND = Optional.of(Failed.Code.NOT_FOUND);

    private final Conference conference;
    private final Map<String, Ink> inks = new HashMap<>();

    public InkTopic(Conference conference) {
        this.conference = conference;
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, InkMessages.Ask message) {
        return switch (message) {
            case InkDraw draw ->
                presenter(by, draw.share()).map(of -> draw(by, of, draw)).orElse(NOT_FOUND);
            case InkMessages.InkUndo undo ->
                presenter(by, undo.share()).map(of -> undo(by, of)).orElse(NOT_FOUND);
            case InkMessages.InkClear clear ->
                presenter(by, clear.share()).map(of -> clear(by, of)).orElse(NOT_FOUND);
            case InkMessages.InkRules rules ->
                presenter(by, rules.share()).map(of -> rules(by, of, rules)).orElse(NOT_FOUND);
        };
    }

    /** The ink on the screens of the reader's room. */
    @Override
    public void catchUp(Participant reader) {
        for (Ink ink : List.copyOf(inks.values())) {
            presenter(reader, ink.share).ifPresent(presenter -> {
                reader.send(ink.state());
                ink.all().forEach(reader::send);
            });
        }
    }

    @Override
    public void moved(Collection<Participant> who) {
        who.forEach(this::left);
    }

    @Override
    public void left(Participant participant) {
        Ink ink = inks.remove(participant.id());
        if (ink != null && ink.fading != null) {
            ink.fading.cancel();
        }
    }

    @Override
    public void ended() {
        inks.values().forEach(ink -> {
            if (ink.fading != null) {
                ink.fading.cancel();
            }
        });
    }

    /** Somebody in the reader's room who shares a screen. */
    private Optional<Participant> presenter(Participant reader, String share) {
        return conference
                .find(share)
                .filter(one -> one.room().equals(reader.room()))
                .filter(one -> one.publishing().contains(MediaSource.SCREEN));
    }

    private Optional<Failed.Code> draw(Participant by, Participant presenter, InkDraw message) {
        Ink ink = inkOf(presenter);
        if (!mayDraw(by, presenter, ink)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (!ID.matcher(message.stroke()).matches()
                || !(conference.isEncrypted() ? isSealed(message) : isClear(message))) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        if (!ink.draw(by.id(), message)) {
            return Optional.of(Failed.Code.TOO_MANY);
        }
        tell(
                presenter,
                new InkDrawn(
                        ink.share,
                        by.id(),
                        message.stroke(),
                        message.color(),
                        message.points(),
                        message.ended(),
                        message.sealed()));
        ink.dropOldest().ifPresent(oldest -> tell(presenter, new InkGone(ink.share, List.of(oldest))));
        fadeLater(presenter, ink);
        return Optional.empty();
    }

    private static boolean isClear(InkDraw message) {
        return message.sealed() == null
                && COLOR.matcher(message.color()).matches()
                && message.points().size() % 2 == 0;
    }

    private static boolean isSealed(InkDraw message) {
        return message.sealed() != null
                && Sealed.fits(message.sealed(), true, InkMessages.SEALED)
                && message.color().isEmpty()
                && message.points().isEmpty();
    }

    private Optional<Failed.Code> undo(Participant by, Participant presenter) {
        Ink ink = inkOf(presenter);
        Optional<String> gone = ink.undo(by.id());
        gone.ifPresent(stroke -> tell(presenter, new InkGone(ink.share, List.of(stroke))));
        return gone.isEmpty() ? NOT_FOUND : Optional.empty();
    }

    private Optional<Failed.Code> clear(Participant by, Participant presenter) {
        if (!decides(by, presenter)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (by != presenter) {
            conference.noted(by, AuditAction.CLEAR_INK, presenter.name());
        }
        clear(presenter, inkOf(presenter));
        return Optional.empty();
    }

    private Optional<Failed.Code> rules(Participant by, Participant presenter, InkMessages.InkRules message) {
        if (!decides(by, presenter)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        Ink ink = inkOf(presenter);
        if (by != presenter) {
            conference.noted(by, AuditAction.INK_RIGHTS, presenter.name());
        }
        ink.fadeSeconds = message.fadeSeconds();
        ink.drawing = message.drawing();
        ink.frozen = message.frozen();
        tell(presenter, ink.state());
        fadeLater(presenter, ink);
        return Optional.empty();
    }

    private Ink inkOf(Participant presenter) {
        return inks.computeIfAbsent(presenter.id(), Ink::new);
    }

    private static boolean decides(Participant by, Participant presenter) {
        return by.moderates() || by.person().equals(presenter.person());
    }

    private static boolean mayDraw(Participant by, Participant presenter, Ink ink) {
        return switch (ink.drawing) {
            case EVERYBODY -> true;
            case MODERATORS -> decides(by, presenter);
            case NOBODY -> by.person().equals(presenter.person());
        };
    }

    /** All ink goes a while after the last stroke. */
    private void fadeLater(Participant presenter, Ink ink) {
        if (ink.fading != null) {
            ink.fading.cancel();
            ink.fading = null;
        }
        if (ink.fadeSeconds > 0) {
            ink.fading = conference.later(Duration.ofSeconds(ink.fadeSeconds), () -> clear(presenter, ink));
        }
    }

    private void clear(Participant presenter, Ink ink) {
        List<String> gone = ink.clear();
        // a list of the wire has an end
        for (int from = 0; from < gone.size(); from += 64) {
            tell(presenter, new InkGone(ink.share, gone.subList(from, Math.min(gone.size(), from + 64))));
        }
    }

    private void tell(Participant presenter, InkMessages.Told message) {
        conference.tell(presenter.room(), message);
    }
}
