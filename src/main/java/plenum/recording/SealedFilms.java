package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import plenum.storage.LocalStorage;
import plenum.storage.ObjectKey;
import plenum.storage.ObjectOwner;

/** Keeps films in this server's storage, which seals them. */
@ApplicationScoped
class SealedFilms implements RecordingDelivery, ObjectOwner {
    @Inject
    LocalStorage storage;

    @Inject
    Recordings recordings;

    @Override
    public UUID store(Recording recording, String file, InputStream bytes, long size) {
        UUID id = UUID.randomUUID();
        storage.put(ObjectKey.of(id), bytes, size);
        return id;
    }

    @Override
    public InputStream read(Recording.Film film, long from, long length) {
        return storage.read(ObjectKey.of(film.object()), from, length);
    }

    @Override
    public void delete(Recording.Film film) {
        storage.delete(ObjectKey.of(film.object()));
    }

    @Override
    public Set<UUID> refersTo(Collection<UUID> objects) {
        return recordings.refersTo(Set.copyOf(objects));
    }

    @Override
    public List<UUID> objectsAfter(UUID id, int most) {
        return recordings.objectsAfter(id, most);
    }

    @Override
    public Set<UUID> writes(Collection<UUID> drafts) {
        return Set.of();
    }
}
