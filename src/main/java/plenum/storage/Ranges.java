package plenum.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import plenum.storage.StorageException.Reason;

/** Reads and checks byte ranges of responses (RFC 9110 section 14). */
final class Ranges {
    private Ranges() {}

    /** @param last of the bytes, or {@link Long#MAX_VALUE}: to the end */
    static String header(long from, long last) {
        return last == Long.MAX_VALUE ? "bytes=" + from + "-" : "bytes=" + from + "-" + last;
    }

    /** The range, also from a server that answers with the whole. */
    static InputStream body(HttpResponse<InputStream> answer, long from, long length) {
        try {
            switch (answer.statusCode()) {
                case 206 -> {
                    return new Limited(answer.body(), length);
                }
                case 200 -> {
                    answer.body().skipNBytes(from);
                    return new Limited(answer.body(), length);
                }
                case 416 -> {
                    answer.body().close();
                    return InputStream.nullInputStream(); // it begins after the end
                }
                default -> throw OutsideServers.refused(OutsideServers.status(answer));
            }
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, "the server's answer broke off", e);
        }
    }

    /** The first bytes of a stream. */
    static final class Limited extends InputStream {
        private final InputStream bytes;
        private long left;

        Limited(InputStream bytes, long most) {
            this.bytes = bytes;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0 && length > 0) {
                return -1;
            }
            int count = bytes.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
