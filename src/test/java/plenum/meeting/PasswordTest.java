package plenum.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.meeting.PasswordGate.Verdict;
import plenum.platform.HashingSlots;

@Tag("meeting")
class PasswordTest {
    private static final MeetingPassword RIGHT =
            MeetingPassword.parse("correct horse").orElseThrow();

    private final PasswordHash hash = PasswordHash.of(RIGHT, new Random(1), 1000);
    private final FewTries tries = new FewTries();
    private final PasswordGate gate = new PasswordGate(
            tries, new PasswordHashing(new Random(4), 1000, new HashingSlots(1, Duration.ofSeconds(2))));

    @Test
    void hasALengthAndNoControlCharacters() {
        assertThat(MeetingPassword.parse("short")).isEmpty();
        assertThat(MeetingPassword.parse("x".repeat(65))).isEmpty();
        assertThat(MeetingPassword.parse("with\ttab inside")).isEmpty();
        assertThat(MeetingPassword.parse("  🔑🔑🔑🔑🔑🔑  ")).isPresent();
        assertThat(RIGHT.toString() + hash).doesNotContain("correct").doesNotContain("$");
    }

    @Test
    void isTheSameFromEveryKeyboard() {
        PasswordHash composed =
                PasswordHash.of(MeetingPassword.parse("Schlüssel").orElseThrow(), new Random(2), 10);
        assertThat(composed.matches(MeetingPassword.parse("Schlu\u0308ssel").orElseThrow()))
                .isTrue();
    }

    @Test
    void matchesItselfAloneAndNeverLooksTheSame() {
        assertThat(hash.matches(RIGHT)).isTrue();
        assertThat(hash.matches(MeetingPassword.parse("correct horsf").orElseThrow()))
                .isFalse();
        assertThat(PasswordHash.of(RIGHT, new Random(3), 1000)).isNotEqualTo(hash);
    }

    /** RFC 7914 section 11, the second test vector for PBKDF2 with HMAC-SHA-256; its first 32 bytes. */
    @Test
    void isPbkdf2AsOthersComputeIt() {
        byte[] expected = HexFormat.of().parseHex("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        String salt = base64.encodeToString("NaCl".getBytes(StandardCharsets.US_ASCII));
        PasswordHash ofRfc = new PasswordHash("pbkdf2-sha256$80000$" + salt + "$" + base64.encodeToString(expected));
        assertThat(ofRfc.matches(MeetingPassword.parse("Password").orElseThrow()))
                .isTrue();
    }

    @Test
    void theGateAsksOnlyWhereThereIsAPassword() {
        assertThat(gate.check(Optional.of(meeting(Optional.empty())), "a", null))
                .isEqualTo(Verdict.OPEN);
        assertThat(gate.check(Optional.of(meeting(Optional.of(hash))), "a", null))
                .isEqualTo(Verdict.ASKED);
        assertThat(gate.check(Optional.of(meeting(Optional.of(hash))), "a", "correct horse"))
                .isEqualTo(Verdict.OPEN);
        assertThat(tries.taken).isZero();
    }

    @Test
    void whatWasRightIsKnownForThatMeetingAlone() {
        KnownPasswords known = new KnownPasswords();
        MeetingPassword right = MeetingPassword.parse("correct horse").orElseThrow();
        MeetingPassword wrong = MeetingPassword.parse("correct house").orElseThrow();
        PasswordHash other = new PasswordHash(hash.text() + "x");
        assertThat(known.isRight(hash, right)).isFalse();
        known.remember(hash, right);
        assertThat(known.isRight(hash, right)).isTrue();
        assertThat(known.isRight(hash, wrong)).isFalse();
        assertThat(known.isRight(other, right)).isFalse();
    }

    @Test
    void wrongTooOftenAndMissingAreTheSame() {
        Optional<Meeting> meeting = Optional.of(meeting(Optional.of(hash)));
        for (int i = 0; i < PasswordTries.PER_HOUR; i++) {
            assertThat(gate.check(meeting, "a", "wrong " + i)).isEqualTo(Verdict.WRONG);
        }
        assertThat(gate.check(meeting, "a", "correct horse"))
                .as("tried too often")
                .isEqualTo(Verdict.WRONG);
        assertThat(gate.check(Optional.empty(), "a", "correct horse"))
                .as("no meeting")
                .isEqualTo(Verdict.WRONG);
    }

    private static Meeting meeting(Optional<PasswordHash> password) {
        return new Meeting(
                UUID.randomUUID(),
                "Jour fixe",
                new MeetingCode("0010002003"),
                new MeetingLetters("abcdefghijkmnpqrst"),
                Instant.EPOCH,
                RoomRules.standard(),
                password);
    }

    /** Counts as the database does, for one address. */
    private static final class FewTries implements PasswordTries {
        private int taken;

        @Override
        public boolean take(Meeting meeting, String address) {
            if (taken >= PER_HOUR) {
                return false;
            }
            taken++;
            return true;
        }

        @Override
        public void giveBack(Meeting meeting, String address) {
            taken--;
        }

        @Override
        public int forget(Instant before) {
            throw new UnsupportedOperationException();
        }
    }
}
