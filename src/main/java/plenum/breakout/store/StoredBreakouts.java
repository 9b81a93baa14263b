package plenum.breakout.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import plenum.breakout.Breakouts;
import plenum.breakout.Plan;

/** Breakout rooms in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredBreakouts implements Breakouts {

    @PersistenceContext
    EntityManager entities;

    @Override
    public Plan of(UUID meeting) {
        BreakoutRow row = entities.find(BreakoutRow.class, meeting);
        if (row == null) {
            return Plan.NONE;
        }
        return new Plan(
                rooms(meeting).stream().map(BreakoutRoomRow::toRoom).toList(),
                assignments(meeting).stream()
                        .collect(Collectors.toMap(assignment -> assignment.person, assignment -> assignment.roomId)),
                row.choose,
                Optional.ofNullable(row.openedAt),
                Optional.ofNullable(row.endsAt));
    }

    @Override
    public void store(UUID meeting, Plan plan) {
        BreakoutRow row = Optional.ofNullable(entities.find(BreakoutRow.class, meeting))
                .orElseGet(() -> {
                    BreakoutRow fresh = new BreakoutRow(meeting);
                    entities.persist(fresh);
                    return fresh;
                });
        row.choose = plan.choose();
        row.openedAt = plan.openedAt().map(StoredBreakouts::stored).orElse(null);
        row.endsAt = plan.endsAt().map(StoredBreakouts::stored).orElse(null);
        storeRooms(meeting, plan);
        entities.flush();
        storeAssignments(meeting, plan);
        if (!plan.isOpen()) {
            // those too who are away just now come back into the main room
            entities.createQuery(
                            "update AttendanceRow a set a.room = null where a.meetingId = :meeting and a.room is not null")
                    .setParameter("meeting", meeting)
                    .executeUpdate();
        }
    }

    private void storeRooms(UUID meeting, Plan plan) {
        Map<UUID, BreakoutRoomRow> before =
                rooms(meeting).stream().collect(Collectors.toMap(room -> room.id, Function.identity()));
        List<Plan.Room> fresh = new ArrayList<>();
        int place = 0;
        for (Plan.Room room : plan.rooms()) {
            BreakoutRoomRow kept = before.remove(room.id());
            BreakoutRoomRow row = kept == null ? new BreakoutRoomRow(room.id(), meeting) : kept;
            row.name = room.name();
            row.place = place++;
            if (kept == null) {
                entities.persist(row);
                fresh.add(room);
            }
        }
        for (BreakoutRoomRow gone : before.values()) {
            Optional<Plan.Room> heir =
                    fresh.stream().filter(room -> room.name().equals(gone.name)).findFirst();
            heir.ifPresentOrElse(room -> passBoardOn(gone, room), () -> deleteBoard(gone));
            heir.ifPresent(fresh::remove);
            entities.remove(gone);
        }
    }

    /** Chat and polls of a room go with it by their keys; its board knows the room by its number alone. */
    private void passBoardOn(BreakoutRoomRow from, Plan.Room to) {
        entities.createNativeQuery("update whiteboard set room = :heir where meeting_id = :meeting and room = :room")
                .setParameter("heir", to.id())
                .setParameter("meeting", from.meetingId)
                .setParameter("room", from.id)
                .executeUpdate();
    }

    private void deleteBoard(BreakoutRoomRow of) {
        entities.createNativeQuery("delete from whiteboard where meeting_id = :meeting and room = :room")
                .setParameter("meeting", of.meetingId)
                .setParameter("room", of.id)
                .executeUpdate();
    }

    private void storeAssignments(UUID meeting, Plan plan) {
        Map<UUID, UUID> missing = new HashMap<>(plan.assigned());
        for (BreakoutAssignmentRow row : assignments(meeting)) {
            UUID room = missing.remove(row.person);
            if (room == null) {
                entities.remove(row);
            } else {
                row.roomId = room;
            }
        }
        missing.forEach((person, room) -> entities.persist(new BreakoutAssignmentRow(person, room)));
    }

    private List<BreakoutRoomRow> rooms(UUID meeting) {
        return entities.createQuery(
                        "select r from BreakoutRoomRow r where r.meetingId = :meeting order by r.place",
                        BreakoutRoomRow.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }

    private List<BreakoutAssignmentRow> assignments(UUID meeting) {
        return entities.createQuery(
                        "select a from BreakoutAssignmentRow a, BreakoutRoomRow r where r.id = a.roomId"
                                + " and r.meetingId = :meeting",
                        BreakoutAssignmentRow.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }

    private static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
