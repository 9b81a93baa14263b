package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.platform.Messages;
import plenum.policy.SuiteModule;

@Tag("web")
class SuiteAddressesTest {
    @ParameterizedTest
    @EnumSource(SuiteModule.class)
    void eachModulesAddressesAreItsOwn(SuiteModule module) {
        for (String page : SuiteAddresses.of(module)) {
            assertThat(SuiteAddresses.module(page)).contains(module);
            assertThat(SuiteAddresses.module(page + ".xhtml")).contains(module);
            assertThat(SuiteAddresses.module(page + "/below/it")).contains(module);
            assertThat(SuiteAddresses.module(page + "-other")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(SuiteModule.class)
    void eachModuleHasANameInEveryLanguage(SuiteModule module) {
        for (String language : List.of("de", "en", "fr", "it", "es")) {
            assertThat(Messages.in(Locale.of(language))
                            .getString("admin.rule.module-" + module.name().toLowerCase(Locale.ROOT)))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/sign-in", "/m/abc", "/meetings", "/share", "/admin/recordings", "/sign-out", "/drives"})
    void whatIsNoModulesIsAlwaysThere(String path) {
        assertThat(SuiteAddresses.module(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/s/token, DRIVE",
        "/recordings/film/7, RECORDING",
        "/board/pictures/7, WHITEBOARD",
        "/calendar, CALENDAR"
    })
    void everyPartOfAModuleGoesWithIt(String path, SuiteModule module) {
        assertThat(SuiteAddresses.module(path)).contains(module);
    }

    @Test
    void noAddressBelongsToTwo() {
        List<String> all = Arrays.stream(SuiteModule.values())
                .flatMap(module -> SuiteAddresses.of(module).stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }
}
