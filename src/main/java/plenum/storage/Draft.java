package plenum.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.storage.FileHeader.Facts;
import plenum.storage.StorageException.Reason;

/**
 * A sealed file that is being written in pieces, possibly by several requests and processes one after the other. It is no object until it
 * is finished. Only one writer uses it at a time, and closes it afterwards.
 */
public final class Draft implements AutoCloseable {
    private final UUID id;
    private final FileChannel file;
    private final FileHeader header;
    private final Facts facts;
    private final Segments segments;
    private final RandomGenerator random;
    private final MessageDigest digest;
    private final byte[] piece = new byte[Segments.PLAIN_BYTES];
    private int held;
    private long whole;

    Draft(UUID id, FileChannel file, FileHeader header, Facts facts, RandomGenerator random) throws IOException {
        this.id = id;
        this.file = file;
        this.header = header;
        this.facts = facts;
        this.segments = new Segments(file, id, facts.key());
        this.random = random;
        this.digest = Sha256.start();
        if (!facts.isFinished()) {
            takeUp(Segments.wholeIn(file.size()));
        }
    }

    /** Recovers a draft after a crash: segments up to the first damaged one count; the file is cut off there. */
    private void takeUp(long pieces) throws IOException {
        while (whole < pieces) {
            try {
                segments.read(whole, Segments.PLAIN_BYTES, piece);
            } catch (StorageException e) {
                break; // it was written in part when the machine went down
            }
            digest.update(piece);
            whole++;
        }
        file.truncate(Segments.fileLength(length()));
    }

    public UUID id() {
        return id;
    }

    /** Bytes written so far. */
    public long length() {
        return facts.isFinished() ? facts.size() : whole * Segments.PLAIN_BYTES + held;
    }

    /** Bytes that stay when the process dies now: whole pieces. */
    public long lasting() {
        return facts.isFinished() ? facts.size() : whole * Segments.PLAIN_BYTES;
    }

    /**
     * Takes bytes until the stream ends or {@code most} came.
     *
     * @return how many
     */
    public long append(InputStream bytes, long most) throws IOException {
        if (facts.isFinished()) {
            return 0;
        }
        long taken = 0;
        while (taken < most) {
            int count = bytes.read(piece, held, (int) Math.min(piece.length - held, most - taken));
            if (count < 0) {
                break;
            }
            digest.update(piece, held, count);
            held += count;
            taken += count;
            if (held == piece.length) {
                segments.write(whole, piece, held, random);
                whole++;
                held = 0;
            }
        }
        return taken;
    }

    /** Makes what is whole outlast a failure of power. */
    public void force() throws IOException {
        file.force(false);
    }

    /** Writes the rest and the header; the file is an object when it has been moved among them. */
    Storage.Stored finish() throws IOException {
        if (facts.isFinished()) {
            return stored(facts); // a process did this, and died before it moved the file
        }
        long size = length();
        if (held > 0) {
            segments.write(whole, piece, held, random);
        }
        file.truncate(Segments.fileLength(size));
        file.force(true);
        byte[] sha256 = digest.digest();
        header.finish(file, id, facts, size, sha256);
        return new Storage.Stored(size, HexFormat.of().formatHex(sha256));
    }

    /** The metadata in the header of a finished file. */
    static Storage.Stored stored(Facts facts) {
        if (!facts.isFinished()) {
            throw new StorageException(Reason.DAMAGED, "a stored file was never finished");
        }
        return new Storage.Stored(facts.size(), HexFormat.of().formatHex(facts.sha256()));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new StorageException(Reason.FAILED, "a file could not be closed", e);
        }
    }
}
