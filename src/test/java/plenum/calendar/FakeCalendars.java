package plenum.calendar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/** Calendars in memory. */
final class FakeCalendars implements Calendars {
    private final Map<UUID, Calendar> calendars = new LinkedHashMap<>();
    private final Map<UUID, Event> events = new LinkedHashMap<>();
    private final Map<String, Invitation> links = new HashMap<>();

    @Override
    public List<Calendar> of(UUID account) {
        return calendars.values().stream()
                .filter(calendar -> calendar.owner().equals(account))
                .toList();
    }

    @Override
    public Optional<Calendar> calendar(UUID id) {
        return Optional.ofNullable(calendars.get(id));
    }

    @Override
    public void store(Calendar calendar) {
        calendars.put(calendar.id(), calendar);
    }

    @Override
    public void delete(UUID calendar) {
        calendars.remove(calendar);
    }

    @Override
    public List<Event> events(Collection<UUID> asked, EventTime.Interval span, int most) {
        return events.values().stream()
                .filter(event -> asked.contains(event.calendar()))
                .toList();
    }

    @Override
    public List<Event> invitedTo(MailAddress email, EventTime.Interval span, int most) {
        return events.values().stream()
                .filter(event -> event.guests().stream()
                        .anyMatch(guest -> guest.email().equals(email) && guest.answer() != Answer.NO))
                .toList();
    }

    @Override
    public Map<UUID, Set<LocalDateTime>> replaced(Collection<UUID> series) {
        return series.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> byUid(events.get(id).calendar(), events.get(id).uid()).stream()
                                .flatMap(event -> event.instead().stream())
                                .collect(Collectors.toSet())));
    }

    @Override
    public List<Event> all(UUID calendar) {
        return events(List.of(calendar), null, 0);
    }

    @Override
    public Optional<Event> event(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public List<Event> byUid(UUID calendar, String uid) {
        return events.values().stream()
                .filter(event ->
                        event.calendar().equals(calendar) && event.uid().equals(uid))
                .toList();
    }

    @Override
    public List<Event> invited(String uid, MailAddress guest) {
        return events.values().stream()
                .filter(event -> event.uid().equals(uid))
                .filter(event ->
                        event.guests().stream().anyMatch(one -> one.email().equals(guest)))
                .toList();
    }

    @Override
    public void store(Event event) {
        events.put(event.id(), event);
    }

    @Override
    public void delete(Event event) {
        events.remove(event.id());
    }

    @Override
    public void answered(UUID event, MailAddress who, Answer answer) {
        events.computeIfPresent(event, (id, known) -> {
            List<Guest> guests = new ArrayList<>(known.guests());
            guests.replaceAll(guest -> guest.email().equals(who) ? guest.with(answer) : guest);
            return known.withGuests(guests);
        });
    }

    @Override
    public void addLink(Invitation invitation, byte[] tokenHash) {
        links.put(java.util.HexFormat.of().formatHex(tokenHash), invitation);
    }

    @Override
    public Optional<Invitation> invitation(SecretToken token) {
        return Optional.ofNullable(links.get(java.util.HexFormat.of().formatHex(token.hash())));
    }

    @Override
    public void setFeed(UUID calendar, Optional<byte[]> hash) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasFeed(UUID calendar) {
        return false;
    }

    @Override
    public Optional<Calendar> byFeed(SecretToken token) {
        return Optional.empty();
    }
}
