package plenum.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** The media servers, as operators look after them. */
public interface MediaFleet {
    List<Server> servers();

    /** Uses one more server from now on; does nothing when it is known. Servers are told apart without their query. */
    void add(URI url);

    /** @param drained whether no further rooms are opened on it; those that are there stay until their meetings end */
    void drain(URI url, boolean drained);

    /** Lets a server go. False, and nothing happens, while there are rooms on it: it has to be drained first. */
    boolean remove(URI url);

    /** An address without the query, in which a token may be. */
    static URI withoutSecrets(URI url) {
        try {
            return new URI(url.getScheme(), null, url.getHost(), url.getPort(), url.getPath(), null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not the address of a media server", e);
        }
    }

    /**
     * One of them.
     *
     * @param url without the query, in which a token may be
     * @param load percent of its processors
     * @param rooms of this application
     * @param peers connections to browsers in these rooms
     */
    record Server(URI url, boolean up, boolean drained, double load, int rooms, int peers) {}
}
