package plenum.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.AccountRole;
import plenum.admin.InviteList.Person;
import plenum.mail.MailAddress;

@Tag("admin")
class InviteListTest {

    @Test
    void readsWhatSpreadsheetsWrite() {
        InviteList list = InviteList.parse(
                "\uFEFFE-Mail;Rolle;Sprache\r\n"
                        + "ada@example.org;admin;fr\r\n"
                        + "\"bob@example.org\"\tExternal\r\n\r\n"
                        + "cem@example.org\n",
                Locale.GERMAN);
        assertThat(list.people())
                .containsExactly(
                        new Person(new MailAddress("ada@example.org"), AccountRole.ADMIN, Locale.FRENCH),
                        new Person(new MailAddress("bob@example.org"), AccountRole.EXTERNAL, Locale.GERMAN),
                        new Person(new MailAddress("cem@example.org"), AccountRole.USER, Locale.GERMAN));
        assertThat(list.wrong()).isEmpty();
    }

    @Test
    void tellsWhichLinesAreWrongAndTakesEachPersonOnce() {
        InviteList list = InviteList.parse(
                "ada@example.org\n"
                        + "nobody\n"
                        + "ada@example.org,user\n"
                        + "bob@example.org,emperor\n"
                        + "cem@example.org,user,tlh\n"
                        + "dora@example.org,user,de,more",
                Locale.ENGLISH);
        assertThat(list.people()).extracting(person -> person.email().text()).containsExactly("ada@example.org");
        assertThat(list.wrong()).isEqualTo(List.of(2, 4, 5, 6));
    }

    @Test
    void refusesMoreThanItTakesAtOnce() {
        assertThatThrownBy(() -> InviteList.parse("x\n".repeat(InviteList.MOST + 1), Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        RefusedException.class, no -> assertThat(no.reason()).isEqualTo("too-many"));
    }
}
