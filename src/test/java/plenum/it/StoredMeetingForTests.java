package plenum.it;

import java.security.SecureRandom;
import java.util.UUID;
import plenum.meeting.MeetingLetters;
import plenum.platform.SecretToken;

/** A meeting that is in the database because we put it there, past the application. */
public record StoredMeetingForTests(String letters, String creatorToken) {

    public static StoredMeetingForTests create(String name) {
        return SqlForTests.asSoonAsPossible(() -> store(name));
    }

    private static StoredMeetingForTests store(String name) {
        SecureRandom random = new SecureRandom();
        String letters = MeetingLetters.draw(random).text();
        String token = UUID.randomUUID().toString();
        SqlForTests.execute(
                "insert into meeting values (?, ?, ?, ?, ?, now())",
                UUID.randomUUID(),
                name,
                "%010d".formatted(random.nextLong(10_000_000_000L)),
                letters,
                SecretToken.hash(token));
        return new StoredMeetingForTests(letters, token);
    }

    public String creatorCookie() {
        return "plenum-creator-" + letters + "=" + creatorToken;
    }

    /** Whether the place of a participant has been given up. */
    public static boolean isGivenUp(String participant) {
        return SqlForTests.ask(
                        "select given_up_at is not null from attendance where id = ?", UUID.fromString(participant))
                .equals("t");
    }

    /** How many meetings are called so. */
    public static int count(String name) {
        return Integer.parseInt(SqlForTests.ask("select count(*) from meeting where name = ?", name));
    }
}
