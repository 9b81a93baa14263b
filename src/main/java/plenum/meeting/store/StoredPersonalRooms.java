package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingName;
import plenum.meeting.Meetings;
import plenum.meeting.Memberships;
import plenum.meeting.MyMeetings;
import plenum.meeting.PersonalRooms;
import plenum.meeting.RoomName;
import plenum.meeting.RoomRules;

/** Personal rooms in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredPersonalRooms implements PersonalRooms {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Meetings meetings;

    @Inject
    Memberships memberships;

    @Inject
    MyMeetings mine;

    @Override
    public Optional<Room> of(UUID account) {
        List<?> rows = entities.createNativeQuery("""
            select p.name, m.letters from personal_room p join meeting m on m.id = p.meeting_id where p.account_id = :account\
            """, Object[].class)
                .setParameter("account", account)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Room(new RoomName((String) row[0]), new MeetingLetters(String.valueOf(row[1]))))
                .findFirst();
    }

    @Override
    public Optional<Meeting> byName(RoomName name) {
        List<?> letters = entities.createNativeQuery(
                        "select m.letters from personal_room p join meeting m on m.id = p.meeting_id where p.name = :name")
                .setParameter("name", name.text())
                .getResultList();
        return letters.stream()
                .findFirst()
                .map(String::valueOf)
                .map(MeetingLetters::new)
                .flatMap(meetings::byLetters);
    }

    /** A name that is taken at the same moment is taken: of two, one alone gets it. */
    @Override
    public boolean choose(UUID account, RoomName name, MeetingName title, RoomRules rules) {
        Optional<Room> known = of(account);
        if (known.isPresent()) {
            return known.get().name().equals(name) || rename(account, name);
        }
        Meeting meeting = meetings.create(title.text(), rules, Optional.empty()).meeting();
        memberships.own(meeting, account);
        int made = entities.createNativeQuery("""
            insert into personal_room (account_id, meeting_id, name) values (:account, :meeting, :name) on conflict do nothing\
            """)
                .setParameter("account", account)
                .setParameter("meeting", meeting.id())
                .setParameter("name", name.text())
                .executeUpdate();
        if (made == 0) {
            mine.delete(meeting);
        }
        return made == 1;
    }

    private boolean rename(UUID account, RoomName name) {
        return entities.createNativeQuery("""
            update personal_room set name = :name
            where account_id = :account and not exists (select 1 from personal_room p where p.name = :name)\
            """)
                        .setParameter("account", account)
                        .setParameter("name", name.text())
                        .executeUpdate()
                == 1;
    }
}
