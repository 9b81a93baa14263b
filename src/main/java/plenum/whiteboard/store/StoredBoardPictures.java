package plenum.whiteboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import plenum.whiteboard.BoardPictures;

/** Pictures of whiteboards in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredBoardPictures implements BoardPictures {
    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public Optional<UUID> add(UUID board, Picture picture) {
        long there = entities.createQuery("select count(p) from PictureRow p where p.boardId = :board", Long.class)
                .setParameter("board", board)
                .getSingleResult();
        if (there >= MOST) {
            return Optional.empty();
        }
        PictureRow row = new PictureRow();
        row.id = UUID.randomUUID();
        row.boardId = board;
        row.type = picture.type();
        row.bytes = picture.bytes();
        row.addedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        entities.persist(row);
        return Optional.of(row.id);
    }

    @Override
    public Optional<Picture> find(UUID board, UUID picture) {
        return Optional.ofNullable(entities.find(PictureRow.class, picture))
                .filter(row -> row.boardId.equals(board))
                .map(row -> new Picture(row.type, row.bytes));
    }
}
