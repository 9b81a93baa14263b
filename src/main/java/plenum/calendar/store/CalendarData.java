package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.calendar.Calendar;
import plenum.calendar.Calendars;
import plenum.calendar.Event;
import plenum.platform.PersonalData;

/** What is kept about a person as one who plans, and as one who is invited. */
@ApplicationScoped
@Transactional
public class CalendarData implements PersonalData {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Calendars calendars;

    @Override
    public String feature() {
        return "calendar";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "calendar.account_id",
                "calendar_preference.account_id",
                "calendar_guest.account_id",
                "calendar_guest.email",
                "calendar_answer_link.email",
                "calendar_share.email",
                "calendar_hidden.account_id",
                "calendar_attachment.account_id",
                "calendar_reminder.account_id",
                "calendar_proposal.email",
                "calendar_date_poll.account_id",
                "calendar_date_vote.email");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (Calendar calendar : calendars.of(account)) {
            data.put(
                    calendar.name(),
                    calendars.all(calendar.id()).stream()
                            .map(CalendarData::event)
                            .toList());
        }
        List<?> invitations = entities.createNativeQuery("""
            select e.title || ', ' || e.local_start || ' ' || e.zone || ': ' || g.answer
            from calendar_guest g join calendar_event e on e.id = g.event_id where g.account_id = :account order by e.starts_at\
            """, String.class)
                .setParameter("account", account)
                .getResultList();
        List<?> shared = entities.createNativeQuery("""
            select c.name || ': ' || s.access from calendar_share s join calendar c on c.id = s.calendar_id
            where s.email = (select email from account where id = :account) order by c.name\
            """, String.class)
                .setParameter("account", account)
                .getResultList();
        List<?> attached = entities.createNativeQuery(
                        "select name from calendar_attachment where account_id = :account order by name", String.class)
                .setParameter("account", account)
                .getResultList();
        if (!attached.isEmpty()) {
            data.put("attachments", attached);
        }
        List<?> asked = entities.createNativeQuery(
                        "select title from calendar_date_poll where account_id = :account order by ends_at",
                        String.class)
                .setParameter("account", account)
                .getResultList();
        if (!asked.isEmpty()) {
            data.put("polls", asked);
        }
        if (!shared.isEmpty()) {
            data.put("shared", shared);
        }
        if (!invitations.isEmpty()) {
            data.put("invitations", invitations);
        }
        return data;
    }

    private static Map<String, Object> event(Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", event.details().title());
        data.put("description", event.details().description());
        data.put("place", event.details().place());
        data.put("start", event.time().begin().toString());
        data.put("end", event.time().end().toString());
        event.repetition().ifPresent(repetition -> data.put("repeated", repetition.rule()));
        event.meeting().ifPresent(letters -> data.put("meeting", letters.text()));
        data.put(
                "guests",
                event.guests().stream()
                        .map(guest -> guest.shown() + ", " + guest.email() + ": " + guest.answer())
                        .toList());
        return data;
    }

    /** Their calendars go, but the organisation's get another admin; from events of others they are taken away, with their answers. */
    @Override
    public void erase(UUID account) {
        for (String statement : List.of(
                "delete from calendar_guest where account_id = :account or email = (select email from account where id = :account)",
                "delete from calendar_share where email = (select email from account where id = :account)",
                "delete from calendar_date_vote where email = (select email from account where id = :account)",
                "delete from calendar_date_poll where account_id = :account",
                "delete from calendar_hidden where account_id = :account",
                "delete from calendar_attachment where account_id = :account",
                "delete from calendar_reminder where account_id = :account",
                """
                update calendar set account_id = (select id from account where role = 'ADMIN' and id <> :account order by created_at limit 1)
                where organisation and account_id = :account and exists (select from account where role = 'ADMIN' and id <> :account)
                """,
                "delete from calendar where account_id = :account",
                "delete from calendar_preference where account_id = :account")) {
            entities.createNativeQuery(statement)
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }
}
