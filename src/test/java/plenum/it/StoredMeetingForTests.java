package plenum.it;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import plenum.meeting.MeetingLetters;

/** A meeting that is in the database because we put it there, past the application. */
public record StoredMeetingForTests(String letters, String creatorToken) {

    public static StoredMeetingForTests create(String name) throws Exception {
        SecureRandom random = new SecureRandom();
        String letters = MeetingLetters.draw(random).text();
        String token = UUID.randomUUID().toString();
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into meeting values (?, ?, ?, ?, ?, now())")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, name);
            insert.setString(3, "%010d".formatted(random.nextLong(10_000_000_000L)));
            insert.setString(4, letters);
            insert.setBytes(5, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            insert.executeUpdate();
        }
        return new StoredMeetingForTests(letters, token);
    }

    public String creatorCookie() {
        return "plenum-creator-" + letters + "=" + creatorToken;
    }

    /** Whether the place of a participant has been given up. */
    public static boolean isGivenUp(String participant) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query =
                        connection.prepareStatement("select given_up_at is not null from attendance where id = ?")) {
            query.setObject(1, UUID.fromString(participant));
            try (ResultSet result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** How many meetings are called so. */
    public static int count(String name) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement("select count(*) from meeting where name = ?")) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("plenum.it.db.url"),
                System.getProperty("plenum.it.db.user"),
                System.getProperty("plenum.it.db.password"));
    }
}
