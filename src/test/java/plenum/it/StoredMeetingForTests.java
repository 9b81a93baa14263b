package plenum.it;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.UUID;
import plenum.meeting.MeetingLetters;

/** A meeting that is in the database because we put it there, past the application. */
public record StoredMeetingForTests(String letters, String creatorToken) {

    public static StoredMeetingForTests create(String name) throws Exception {
        SecureRandom random = new SecureRandom();
        String letters = MeetingLetters.draw(random).text();
        String token = UUID.randomUUID().toString();
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("plenum.it.db.url"),
                        System.getProperty("plenum.it.db.user"),
                        System.getProperty("plenum.it.db.password"));
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
}
