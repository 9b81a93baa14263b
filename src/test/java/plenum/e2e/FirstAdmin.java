package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whoever opens the link in a new server's log becomes its admin. */
final class FirstAdmin {
    private static final Pattern LINK = Pattern.compile("http\\S+/link#\\S+");
    static final String PASSWORD = "a long password of the admin's";

    private FirstAdmin() {}

    static void signUp(Person person, PlenumProcess plenum) {
        open(person, plenum);
        fill(person);
    }

    /** The page that asks who that is. */
    static void open(Person person, PlenumProcess plenum) {
        person.page().navigate(link(plenum));
        person.page().locator("[id='welcome:email']").waitFor();
    }

    /** Says it there. */
    static void fill(Person person) {
        Page page = person.page();
        page.locator("[id='welcome:email']").fill(person.name().toLowerCase(Locale.ROOT) + "@example.org");
        page.locator("[id='welcome:name']").fill(person.name());
        page.locator("[id='welcome:password']").fill(PASSWORD);
        page.locator("[id='welcome:submit']").click();
        page.locator("[id='welcome:submit']").waitFor(Browsers.gone());
    }

    /** In another browser. */
    static void signIn(Person person, PlenumProcess plenum) {
        Page page = person.page();
        page.navigate(plenum.page("/sign-in"));
        page.locator("[id='sign-in:email']").fill(person.name().toLowerCase(Locale.ROOT) + "@example.org");
        page.locator("[id='sign-in:password']").fill(PASSWORD);
        page.locator("[id='sign-in:submit']").click();
        page.locator("[id='sign-in:submit']").waitFor(Browsers.gone());
    }

    private static String link(PlenumProcess plenum) {
        try {
            Matcher link = LINK.matcher(Files.readString(plenum.logs().resolve("wildfly.log")));
            assertThat(link.find()).isTrue();
            return link.group();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
