package plenum.media;

import java.net.URI;
import java.util.List;

/** The media servers, as operators look after them. */
public interface MediaFleet {
    List<Server> servers();

    /** Uses one more server from now on; does nothing when it is known. */
    void add(URI url);

    /** @param drained whether no further rooms are opened on it; those that are there stay until their meetings end */
    void drain(URI url, boolean drained);

    /** Lets a server go. False, and nothing happens, while there are rooms on it: it has to be drained first. */
    boolean remove(URI url);

    /**
     * One of them.
     *
     * @param load percent of its processors
     * @param rooms of this application
     * @param peers connections to browsers in these rooms
     */
    record Server(URI url, boolean up, boolean drained, double load, int rooms, int peers) {}
}
