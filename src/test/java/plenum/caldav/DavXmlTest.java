package plenum.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("caldav")
class DavXmlTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID CALENDAR = UUID.randomUUID();

    @Test
    void aQueryIsReadWhateverItsPrefixes() throws Exception {
        DavRequest request = DavRequest.parse("""
            <cal:calendar-query xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><getetag/><cal:calendar-data/></prop>
            <cal:filter><cal:comp-filter name="VCALENDAR"><cal:comp-filter name="VEVENT"><cal:time-range start="20261201T000000Z"/>
            </cal:comp-filter></cal:comp-filter></cal:filter></cal:calendar-query>""");
        assertThat(request.name()).isEqualTo(DavName.caldav("calendar-query"));
        assertThat(request.properties()).containsExactly(DavName.dav("getetag"), DavName.caldav("calendar-data"));
        assertThat(request.filters()).containsExactly("VCALENDAR", "VEVENT");
        assertThat(request.attribute(DavName.caldav("time-range"), "start")).contains("20261201T000000Z");
        assertThat(request.attribute(DavName.caldav("time-range"), "end")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>"
            })
    void entitiesAndWhatIsNoXmlAreRefused(String text) {
        assertThatThrownBy(() -> DavRequest.parse(text)).isInstanceOf(DavRequest.BadXmlException.class);
    }

    @Test
    void anAnswerSaysWhatIsThereAndWhatIsNot() {
        MultiStatus answer = new MultiStatus();
        answer.add(
                "/dav/a&b/",
                List.of(DavName.dav("getetag"), new DavName("http://x.example/\"", "y")),
                Map.of(DavName.dav("getetag"), "\"1\""));
        answer.gone("/dav/gone");
        answer.token("urn:t");
        assertThat(answer.toString())
                .contains(
                        "<D:href>/dav/a&amp;b/</D:href>",
                        "<D:getetag>\"1\"</D:getetag></D:prop><D:status>HTTP/1.1 200 OK",
                        "<X:y xmlns:X=\"http://x.example/&quot;\"/></D:prop><D:status>HTTP/1.1 404 Not Found",
                        "<D:sync-token>urn:t</D:sync-token>");
        assertThat(answer.under("/meet")).contains("<D:href>/meet/dav/gone</D:href>", "<D:href>/meet/dav/a&amp;b/");
        assertThat(answer.under("")).isEqualTo(answer.toString());
        assertThat(MultiStatus.text("a\u0000\u0007<b>\r\n")).isEqualTo("a&lt;b&gt;&#13;\n");
    }

    @Test
    void addressesAreThereAndBackAgain() {
        String item = DavPath.item(ACCOUNT, CALENDAR, "a b+ü@x.ics");
        assertThat(DavPath.ofHref("https://meet.example.org" + item))
                .contains(new DavPath.Item(ACCOUNT, CALENDAR, "a b+ü@x.ics"));
        assertThat(DavPath.ofHref(DavPath.home(ACCOUNT))).contains(new DavPath.Home(ACCOUNT));
        assertThat(DavPath.of("")).contains(new DavPath.Root());
        assertThat(DavPath.of("/principals/" + ACCOUNT)).contains(new DavPath.Principal(ACCOUNT));
        assertThat(DavPath.of("/calendars/x/")).isEqualTo(Optional.empty());
        assertThat(DavPath.of("/calendars/" + ACCOUNT + "/a/b/c")).isEmpty();
        assertThat(DavPath.of("/calendars/" + ACCOUNT + "/work/"))
                .isEqualTo(DavPath.of("/calendars/" + ACCOUNT + "/work"));
    }
}
