package plenum.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import plenum.storage.StorageException.Reason;

/**
 * The header of a sealed file: {@code PLNMOBJ1}, and two slots for the file's metadata, sealed with one of the storage's keys. The valid
 * slot with the higher number counts. A change is written into the other slot and forced to disk before the old one is wiped, so that a
 * crash in between leaves at least one valid.
 *
 * <pre>
 * slot: number (8) | id of the key (24) | nonce (12) | file's key (32), size (8), SHA-256 (32), sealed | tag (16)
 * </pre>
 *
 * Both are bound to the file's id: a file that was moved to another file's place cannot be opened.
 */
final class FileHeader {
    static final int BYTES = 512;

    private static final byte[] MAGIC = "PLNMOBJ1".getBytes(StandardCharsets.US_ASCII);
    private static final int PLACE_BYTES = 192;
    private static final int KEY_ID_BYTES = 24;
    private static final int HASH_BYTES = 32;
    private static final int FACTS_BYTES = StorageKeys.KEY_BYTES + Long.BYTES + HASH_BYTES;
    private static final int SEALED_BYTES = Aes.IV_BYTES + FACTS_BYTES + Aes.TAG_BYTES;
    private static final long NOT_FINISHED = -1;

    private final StorageKeys keys;
    private final RandomGenerator random;

    FileHeader(StorageKeys keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    /**
     * What is known of a file.
     *
     * @param number grows with each change
     * @param keyId of the key that this is sealed with
     * @param size of the content; negative while it is being written
     */
    record Facts(long number, String keyId, byte[] fileKey, long size, byte[] sha256) {
        boolean isFinished() {
            return size != NOT_FINISHED;
        }

        SecretKey key() {
            return new SecretKeySpec(fileKey, "AES");
        }
    }

    /** Of a file that is begun now. */
    Facts begin(FileChannel file, UUID id) throws IOException {
        byte[] fileKey = new byte[StorageKeys.KEY_BYTES];
        random.nextBytes(fileKey);
        Facts facts = new Facts(1, keys.current(), fileKey, NOT_FINISHED, new byte[HASH_BYTES]);
        ByteBuffer empty = ByteBuffer.allocate(BYTES).put(MAGIC).rewind();
        write(file, empty, 0);
        writePlace(file, id, facts);
        return facts;
    }

    Facts finish(FileChannel file, UUID id, Facts before, long size, byte[] sha256) throws IOException {
        Facts facts = new Facts(before.number + 1, keys.current(), before.fileKey, size, sha256);
        change(file, id, facts);
        return facts;
    }

    /** Seals it with the current key. */
    void rotate(FileChannel file, UUID id, Facts before) throws IOException {
        change(file, id, new Facts(before.number + 1, keys.current(), before.fileKey, before.size, before.sha256));
    }

    private void change(FileChannel file, UUID id, Facts facts) throws IOException {
        writePlace(file, id, facts);
        file.force(false);
        write(file, ByteBuffer.allocate(PLACE_BYTES), placeOf(facts.number - 1));
        file.force(false);
    }

    Facts read(FileChannel file, UUID id) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(BYTES);
        while (header.hasRemaining() && file.read(header, header.position()) > 0) {
            // until there is all of it
        }
        byte[] bytes = header.array();
        if (header.hasRemaining() || !ByteBuffer.wrap(bytes, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new StorageException(Reason.DAMAGED, "a stored file has no header");
        }
        Optional<Facts> even = readPlace(bytes, placeOf(0), id);
        Optional<Facts> odd = readPlace(bytes, placeOf(1), id);
        return even.filter(facts -> odd.isEmpty() || facts.number > odd.get().number)
                .or(() -> odd)
                .orElseThrow(() -> new StorageException(
                        Reason.DAMAGED, "a stored file's header is damaged, or sealed with a key that is not set"));
    }

    private Optional<Facts> readPlace(byte[] bytes, int at, UUID id) {
        ByteBuffer place = ByteBuffer.wrap(bytes, at, PLACE_BYTES);
        long number = place.getLong();
        byte[] name = new byte[KEY_ID_BYTES];
        place.get(name);
        String keyId = new String(name, StandardCharsets.US_ASCII).trim();
        if (number == 0) {
            return Optional.empty();
        }
        return keys.key(keyId).flatMap(key -> {
            try {
                byte[] plain = Aes.open(key, bound(id, number, keyId), bytes, place.position(), SEALED_BYTES);
                ByteBuffer facts = ByteBuffer.wrap(plain);
                byte[] fileKey = new byte[StorageKeys.KEY_BYTES];
                byte[] sha256 = new byte[HASH_BYTES];
                facts.get(fileKey);
                long size = facts.getLong();
                facts.get(sha256);
                return Optional.of(new Facts(number, keyId, fileKey, size, sha256));
            } catch (GeneralSecurityException e) {
                return Optional.empty(); // the other place counts; without one, the file is damaged
            }
        });
    }

    private void writePlace(FileChannel file, UUID id, Facts facts) throws IOException {
        byte[] plain = ByteBuffer.allocate(FACTS_BYTES)
                .put(facts.fileKey)
                .putLong(facts.size)
                .put(facts.sha256)
                .array();
        byte[] iv = new byte[Aes.IV_BYTES];
        random.nextBytes(iv);
        ByteBuffer place = ByteBuffer.allocate(PLACE_BYTES).putLong(facts.number);
        place.put(keyIdField(facts.keyId)).put(iv);
        place.put(Aes.seal(keys.currentKey(), iv, bound(id, facts.number, facts.keyId), plain, plain.length));
        write(file, place.rewind(), placeOf(facts.number));
    }

    /** Of a file's facts with a number: neighbours lie in different places. */
    private static int placeOf(long number) {
        return MAGIC.length + (int) (number % 2) * PLACE_BYTES;
    }

    private static byte[] keyIdField(String keyId) {
        return ByteBuffer.allocate(KEY_ID_BYTES)
                .put(keyId.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] bound(UUID id, long number, String keyId) {
        return ByteBuffer.allocate(3 * Long.BYTES + KEY_ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(number)
                .put(keyIdField(keyId))
                .array();
    }

    static void write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }
}
