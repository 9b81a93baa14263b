package plenum.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, read once at the start. Every setting is an environment variable {@code PLENUM_*}; {@link SettingsReader} knows names,
 * defaults and limits.
 *
 * @param publicUrl where people reach this server, without a path; empty: whatever host the request names
 * @param httpsPort where this machine itself answers with TLS
 * @param node name of this server among those that share a media server
 * @param mediaServers WebSocket URLs of media servers that speak Kurento's protocol
 * @param turn the operator's relay that takes names signed by us
 * @param media where media go, for those who look after firewalls
 */
public record Settings(
        Optional<URI> publicUrl,
        int httpsPort,
        String node,
        List<URI> mediaServers,
        List<IceServer> iceServers,
        Optional<TurnRelay> turn,
        MediaPorts media,
        Proxies proxies,
        MeetingLimits meetings,
        Talk talk,
        Services services) {

    /**
     * Where browsers exchange media with the media servers.
     *
     * @param addresses empty: those of the machine
     * @param udp ports, one or a range such as {@code 20000-20015}
     * @param tcp likewise; empty: none
     */
    public record MediaPorts(List<String> addresses, String udp, Optional<String> tcp) {}

    /**
     * What stands between browsers and this server.
     *
     * @param believed whether {@code X-Forwarded-*} headers come from a proxy of ours
     * @param further proxies of ours between the browsers and that one
     */
    public record Proxies(boolean believed, List<AddressRange> further) {}

    /**
     * What a meeting grants.
     *
     * @param grace how long a lost participant keeps their place
     * @param slots most tiles with video that one participant can have
     * @param audioSlots further slots, for speakers who are not on screen
     */
    public record MeetingLimits(Duration grace, int participants, int slots, int audioSlots) {}

    /**
     * What is said in writing.
     *
     * @param kept how long messages and polls are kept; zero: for as long as their meeting
     * @param privateMessages whether one may write to one participant alone
     */
    public record Talk(Duration kept, boolean privateMessages) {}

    /**
     * What goes on beside the meetings, and what it may take.
     *
     * @param jobs most that one node does at the same time, such as sending mail
     * @param kept what is deleted, and when
     * @param smtp the operator's mail server; empty: mail waits until there is one
     * @param sockets what WebSockets may take
     * @param files what people store
     * @param recording of meetings
     * @param replies where answers to invitations come to; empty: they go to the organiser's own address
     * @param push services of browsers' makers that notices are sent to: hosts, {@code *.} and a domain, or an origin of this machine; empty: none
     */
    public record Services(
            int jobs,
            Kept kept,
            Optional<Smtp> smtp,
            Accounts accounts,
            Sockets sockets,
            Files files,
            Recording recording,
            Optional<Mailbox> replies,
            List<String> push) {
        /** As it is when nothing is set. */
        public static Services standard() {
            return new Services(
                    4,
                    new Kept(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(90)),
                    Optional.empty(),
                    Accounts.standard(),
                    new Sockets(20_000, 1000, 128),
                    Files.standard(),
                    Recording.standard(),
                    Optional.empty(),
                    PushSettings.STANDARD);
        }
    }

    /**
     * Recordings of meetings.
     *
     * @param folder that media servers and the composer share with this server; empty: nothing is recorded
     * @param silence whether those who do not answer are in the film
     * @param answer how long somebody may take for an answer before that counts
     * @param longest recording
     * @param kept how long tracks are kept after the film is ready: for so long somebody can be taken out of it
     */
    public record Recording(Optional<Path> folder, boolean silence, Duration answer, Duration longest, Duration kept) {
        public static Recording standard() {
            return new Recording(
                    Optional.empty(), false, Duration.ofSeconds(30), Duration.ofHours(3), Duration.ofDays(30));
        }
    }

    /**
     * Files at rest.
     *
     * @param folder where they lie; empty: in the server's own data
     * @param keys 32 bytes by name, the current one first; empty: one made from the secret of {@link Accounts}
     * @param networks of the operator's own, where other servers may store files of people
     * @param quotaMegabytes for each group; people have what their plan says
     * @param trashDays after which what was thrown away is deleted; zero: never
     * @param ffmpeg that makes small pictures of films, or the folder in which the composer unpacks its own
     */
    public record Files(
            Optional<Path> folder,
            Map<String, byte[]> keys,
            List<AddressRange> networks,
            int quotaMegabytes,
            int trashDays,
            Optional<Path> ffmpeg) {
        public static Files standard() {
            return new Files(Optional.empty(), Map.of(), List.of(), 2048, 30, Optional.empty());
        }

        @Override
        public String toString() {
            return "Files[" + folder + ", " + quotaMegabytes + "]"; // the keys stay out of logs
        }
    }

    /**
     * How long it is kept who met, and what happened there.
     *
     * @param attendance who took part, after they have left; zero: for as long as their meeting
     * @param audit what moderators did; likewise
     * @param meetings meetings that nobody comes to; zero: for ever
     * @param codes for which meetings can be found by their code although nobody comes to them; zero: for as long as the meeting
     */
    public record Kept(Duration attendance, Duration audit, Duration meetings, Duration codes) {}

    /**
     * Who may have an account.
     *
     * @param domains of mail addresses that may register; empty: all
     * @param secret what keys are derived from that protect secrets in the database; empty: none are kept there
     * @param providers other servers that prove who somebody is
     * @param container what the container authenticates; empty: that is not looked at
     */
    public record Accounts(
            Registration registration,
            Set<String> domains,
            Optional<byte[]> secret,
            List<OpenIdProvider> providers,
            Optional<Container> container) {
        public Accounts(Registration registration, Set<String> domains, Optional<byte[]> secret) {
            this(registration, domains, secret, List.of(), Optional.empty());
        }

        /** Whether people make accounts themselves. */
        public enum Registration {
            OFF,
            /** An admin says yes to each. */
            APPROVAL,
            OPEN
        }

        public static Accounts standard() {
            return new Accounts(Registration.OFF, Set.of(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Accounts[" + registration + ", " + domains + "]"; // the secret stays out of logs
        }
    }

    /**
     * The container proves who somebody is.
     *
     * @param label what its button says
     * @param domain of addresses, for names that are none; empty: names are addresses
     * @param groups roles that are groups here
     * @param admins whoever is in this role is an admin, and nobody else of its people; empty: it says nothing about that
     */
    public record Container(String label, Optional<String> domain, Set<String> groups, Optional<String> admins) {}

    /**
     * A server that proves who somebody is (OpenID Connect).
     *
     * @param id in addresses and in the database
     * @param label what its button says
     * @param issuer its address, exactly as it names itself
     * @param scopes beside {@code openid}, {@code profile} and {@code email}
     * @param groupsClaim which claim lists somebody's groups
     * @param admins whoever is in this group is an admin, and nobody else of its people; empty: it says nothing about that
     * @param externals whoever is in this group and no admin is from outside, and nobody else of its people; empty: likewise
     */
    public record OpenIdProvider(
            String id,
            String label,
            String issuer,
            String client,
            String secret,
            List<String> scopes,
            String groupsClaim,
            Optional<String> admins,
            Optional<String> externals) {
        public OpenIdProvider {
            scopes = List.copyOf(scopes);
        }

        /** Whether it can be a provider's name in addresses: 20 lower-case letters and digits at most. */
        public static boolean isId(String id) {
            return id.matches("[a-z][a-z0-9]{0,19}") && !id.equals("callback");
        }

        /** Whether it is an https address; without TLS only on this machine, for whoever tries it. */
        public static boolean isIssuer(String issuer) {
            try {
                URI uri = new URI(issuer);
                boolean here = List.of("127.0.0.1", "localhost").contains(String.valueOf(uri.getHost()));
                return uri.getHost() != null
                        && uri.getUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null
                        && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
            } catch (URISyntaxException e) {
                return false;
            }
        }

        /** Words with spaces or commas between. */
        public static List<String> words(String text) {
            return Stream.of(text.split("[,\\s]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return "OpenIdProvider[" + id + ", " + issuer + "]"; // secrets stay out of logs
        }
    }

    /**
     * A server that takes our mail (RFC 5321).
     *
     * @param sender address that mail comes from, and goes back to
     */
    public record Smtp(
            String host, int port, Security security, Optional<Login> login, String sender, String senderName) {
        /** What protects the way there. */
        public enum Security {
            /** Nothing: on this machine, or a network of one's own. */
            NONE,
            STARTTLS,
            TLS
        }
    }

    /**
     * A mailbox on the operator's mail server (IMAP), which nobody else reads.
     *
     * @param address that mail for it is sent to
     */
    public record Mailbox(String host, int port, Smtp.Security security, Login login, String folder, String address) {}

    /** A name and a password for another server. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]"; // passwords stay out of logs
        }
    }

    /**
     * How many WebSockets there may be, and how much memory they may have.
     *
     * @param most open at a time
     * @param fromOneAddress of those (for IPv6, from one network of 64 bits)
     * @param megabytes for messages that have not come, or not gone, whole
     */
    public record Sockets(int most, int fromOneAddress, int megabytes) {}

    /** A STUN or TURN server for the browsers. */
    public record IceServer(
            String url, @Nullable String username, @Nullable String credential) {

        @Override
        public String toString() {
            return "IceServer[" + url + "]"; // passwords stay out of logs
        }
    }
}
