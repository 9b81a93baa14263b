package plenum.mediaserver.record;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.matroska.MatroskaWriter.End;

/** Writes to an HTTP server by a PUT whose body grows with the recording (chunked, RFC 9112 section 7.1). Redirects are not followed. */
final class HttpTarget implements RecordingTarget {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int CHUNK = 16 * 1024;

    private final URI uri;
    private @Nullable HttpURLConnection connection;
    private @Nullable OutputStream body;

    HttpTarget(URI uri) {
        this.uri = uri;
    }

    @Override
    public void open() throws IOException {
        HttpURLConnection opened = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection = opened;
        opened.setRequestMethod("PUT");
        opened.setDoOutput(true);
        opened.setInstanceFollowRedirects(false);
        opened.setUseCaches(false);
        opened.setConnectTimeout(CONNECT_MILLIS);
        opened.setReadTimeout(ANSWER_MILLIS);
        opened.setChunkedStreamingMode(CHUNK);
        opened.setRequestProperty("Content-Type", "video/x-matroska");
        body = opened.getOutputStream();
    }

    @Override
    public void write(byte[] piece) throws IOException {
        OutputStream out = Objects.requireNonNull(body);
        out.write(piece);
        out.flush();
    }

    /** A body that was sent cannot be rewritten: the file has no seek index. */
    @Override
    public void end(End end) throws IOException {
        Objects.requireNonNull(body).close();
        int status = Objects.requireNonNull(connection).getResponseCode();
        if (status < 200 || status > 299) {
            throw new IOException("the answer was " + status);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.disconnect();
        }
    }
}
