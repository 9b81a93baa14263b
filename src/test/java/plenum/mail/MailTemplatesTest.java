package plenum.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.Messages;
import plenum.platform.SiteAddress;

@Tag("mail")
class MailTemplatesTest {
    private static final MailAddress ADA = new MailAddress("ada@example.org");
    private static final String LINK = "https://meet.example.org/link#a1b2&c3";

    private final MailTemplates templates = new MailTemplates(new SiteAddress("https://meet.example.org"));

    /** Every kind of mail in every language. */
    static Stream<Arguments> kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        Messages.in(Locale.GERMAN).keySet().stream()
                .filter(key -> key.startsWith("mail.") && key.endsWith(".subject"))
                .forEach(key -> kinds.add(key.substring("mail.".length(), key.length() - ".subject".length())));
        return kinds.stream()
                .flatMap(kind -> Stream.of("de", "en", "fr", "it", "es").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasWordsInEveryLanguage(String kind, String language) {
        Locale locale = Locale.of(language);
        boolean hasButton = Messages.in(locale).containsKey("mail." + kind + ".button");
        Mails.Content content = templates.render(new Letter(
                ADA,
                locale,
                kind,
                List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
                hasButton ? Optional.of(LINK) : Optional.empty()));
        assertThat(content.subject()).isNotBlank().doesNotContain("{", "\n");
        assertThat(content.text())
                .contains(content.subject(), "https://meet.example.org")
                .doesNotContain("{", "<", "&amp;");
        assertThat(content.html())
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"" + language + "\"")
                .doesNotContain("{{", "{0}", "{1}");
        if (hasButton) {
            assertThat(content.text()).contains("\n" + LINK + "\n");
            assertThat(content.html()).contains("href=\"https://meet.example.org/link#a1b2&amp;c3\"");
        }
    }

    @Test
    void whatComesFromPeopleIsNeitherMarkupNorAHeaderNorATemplate() {
        String evil = "Eve\r\nBcc: all@example.org\u2028<img src=x onerror=alert(1)> {{ 7 * 7 }} {0} \"'&";
        Mails.Content content =
                templates.render(new Letter(ADA, Locale.ENGLISH, "test", List.of(evil), Optional.empty()));
        assertThat(content.text()).contains("Eve  Bcc: all@example.org <img src=x onerror=alert(1)> {{ 7 * 7 }} {0}");
        assertThat(content.html())
                .doesNotContain("<img", "49")
                .contains("&lt;img src=x onerror=alert(1)&gt; {{ 7 * 7 }} {0} &quot;&#39;&amp;");
    }
}
