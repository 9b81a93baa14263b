package plenum.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import plenum.storage.FileHeader.Facts;
import plenum.storage.StorageException.Reason;

/**
 * Objects as sealed files in a folder of this machine: {@code objects/AB/ID}, where AB is the id's beginning, and {@code drafts/ID} while
 * they are written. A stolen folder discloses the number and sizes of files, but no name and no content.
 */
public final class LocalStorage implements Storage {
    private final Path objects;
    private final Path drafts;
    private final FileHeader header;
    private final StorageKeys keys;
    private final RandomGenerator random;

    /** @param random cryptographically strong */
    public LocalStorage(Path folder, StorageKeys keys, RandomGenerator random) {
        this.objects = folder.resolve("objects");
        this.drafts = folder.resolve("drafts");
        this.keys = keys;
        this.random = random;
        this.header = new FileHeader(keys, random);
    }

    @Override
    public Stored put(ObjectKey key, InputStream bytes, long size) {
        boolean done = false;
        try (Draft draft = begin(key.id())) {
            if (draft.append(bytes, size) < size || bytes.read() >= 0) {
                throw new StorageException(Reason.WRONG_SIZE, "not as many bytes came as were announced");
            }
            Stored stored = finish(draft);
            done = true;
            return stored;
        } catch (IOException e) {
            throw failed("a file could not be written", e);
        } finally {
            if (!done) {
                dropDraft(key.id());
            }
        }
    }

    /** Begins a draft under the id that its object will have. */
    public Draft begin(UUID id) {
        try {
            makeFolder(drafts);
            FileChannel file = FileChannel.open(
                    draftFile(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new Draft(id, file, header, header.begin(file, id), random);
        } catch (IOException e) {
            throw failed("a file could not be begun", e);
        }
    }

    /** Goes on with a draft, maybe one of a process that was killed; its pieces are read again. Empty when there is none. */
    public Optional<Draft> takeUp(UUID id) {
        try {
            FileChannel file = FileChannel.open(draftFile(id), StandardOpenOption.READ, StandardOpenOption.WRITE);
            return Optional.of(new Draft(id, file, header, header.read(file, id), random));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("a file could not be taken up", e);
        }
    }

    /** Makes an object of a draft: durable when this returns. */
    public Stored finish(Draft draft) {
        try {
            Stored stored = draft.finish();
            Path folder = folder(draft.id());
            makeFolder(folder);
            Files.move(draftFile(draft.id()), objectFile(draft.id()), StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
            return stored;
        } catch (IOException e) {
            throw failed("a file could not be finished", e);
        }
    }

    /** Does nothing when there is none. */
    public void dropDraft(UUID id) {
        deleteFile(draftFile(id));
    }

    @Override
    public InputStream read(ObjectKey key, long from, long length) {
        FileChannel file = open(key.id());
        try {
            Facts facts = header.read(file, key.id());
            long size = Draft.stored(facts).size();
            return new SealedInput(file, new Segments(file, key.id(), facts.key()), size, from, length);
        } catch (IOException | StorageException e) {
            close(file);
            throw e instanceof StorageException ours ? ours : failed("a file could not be read", e);
        }
    }

    @Override
    public OptionalLong size(ObjectKey key) {
        return find(key.id()).stream().mapToLong(Stored::size).findFirst();
    }

    /** Reads a file's header; empty when there is no such file. */
    public Optional<Stored> find(UUID id) {
        if (!Files.exists(objectFile(id))) {
            return Optional.empty();
        }
        try (FileChannel file = open(id)) {
            return Optional.of(Draft.stored(header.read(file, id)));
        } catch (IOException e) {
            throw failed("a file could not be read", e);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        deleteFile(objectFile(key.id()));
    }

    @Override
    public void test() {
        TestObject.tryOut(this);
    }

    /** Seals a file's own key with the current key of the storage; false when it is that already, or the file is gone. */
    boolean rotate(UUID id) {
        try (FileChannel file = FileChannel.open(objectFile(id), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Facts facts = header.read(file, id);
            if (facts.keyId().equals(keys.current())) {
                return false;
            }
            header.rotate(file, id, facts);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw failed("a file's key could not be changed", e);
        }
    }

    /** Throws when a byte of it is not what was written. */
    void verify(UUID id) {
        Stored said = find(id).orElseThrow(() -> new StorageException(Reason.NOT_FOUND, "a stored file is missing"));
        try (InputStream bytes = read(ObjectKey.of(id), 0, said.size())) {
            var digest = Sha256.start();
            byte[] buffer = new byte[Segments.PLAIN_BYTES];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(said.sha256())) {
                throw new StorageException(Reason.DAMAGED, "a stored file has another checksum");
            }
            if (Files.size(objectFile(id)) != Segments.fileLength(said.size())) {
                throw new StorageException(Reason.DAMAGED, "a stored file has another length");
            }
        } catch (IOException e) {
            throw failed("a file could not be read", e);
        }
    }

    /** All objects. Has to be closed. */
    Stream<Found> objects() {
        return files(objects, 2);
    }

    /** All drafts. Has to be closed. */
    Stream<Found> drafts() {
        return files(drafts, 1);
    }

    /** A file, and when it was written last. */
    record Found(UUID id, Instant at, long bytes) {}

    private static Stream<Found> files(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try {
            return Files.walk(folder, depth).flatMap(file -> found(file).stream());
        } catch (IOException e) {
            throw failed("the storage's folder could not be read", e);
        }
    }

    private static Optional<Found> found(Path file) {
        String name = file.getFileName().toString();
        try {
            if (name.length() != 36 || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(new Found(
                    UUID.fromString(name), Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
        } catch (IllegalArgumentException | NoSuchFileException e) {
            return Optional.empty(); // not ours, or deleted meanwhile
        } catch (IOException e) {
            throw failed("the storage's folder could not be read", e);
        }
    }

    private Path objectFile(UUID id) {
        return folder(id).resolve(id.toString());
    }

    private Path folder(UUID id) {
        return objects.resolve(id.toString().substring(0, 2));
    }

    private Path draftFile(UUID id) {
        return drafts.resolve(id.toString());
    }

    private FileChannel open(UUID id) {
        try {
            return FileChannel.open(objectFile(id), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new StorageException(Reason.NOT_FOUND, "there is no such stored file", e);
        } catch (IOException e) {
            throw failed("a file could not be opened", e);
        }
    }

    /** For nobody but the server's own user. */
    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** So that the file's name outlasts a failure of power. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("a file could not be deleted", e);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw failed("a file could not be closed", e);
        }
    }

    private static StorageException failed(String what, Exception cause) {
        if (cause instanceof FileAlreadyExistsException) {
            return new StorageException(Reason.FAILED, "a stored file is never written again", cause);
        }
        boolean full = String.valueOf(cause.getMessage()).contains("No space left")
                || String.valueOf(cause.getMessage()).contains("quota exceeded");
        return new StorageException(full ? Reason.FULL : Reason.FAILED, what, cause);
    }
}
