package plenum.caldav;

/** The name of an element with its namespace. */
record DavName(String space, String name) {
    static final String DAV = "DAV:";
    static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
    static final String SERVER = "http://calendarserver.org/ns/";
    static final String APPLE = "http://apple.com/ns/ical/";

    static DavName dav(String name) {
        return new DavName(DAV, name);
    }

    static DavName caldav(String name) {
        return new DavName(CALDAV, name);
    }
}
