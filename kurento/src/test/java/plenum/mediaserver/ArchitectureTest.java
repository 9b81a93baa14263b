package plenum.mediaserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import plenum.mediaserver.Floors.Row;

/** The packages of the media server keep to their rows ({@link Floors}), and its classes to a few habits. */
@AnalyzeClasses(packages = "plenum.mediaserver", importOptions = ArchitectureTest.OnlyTheServer.class)
@ArchTag("mediaserver")
class ArchitectureTest {
    /** What every package may use. */
    private static final List<String> COMMON = List.of("java.", "javax.", "org.slf4j", "org.jspecify");

    @ArchTest
    static final ArchRule everyPackageKeepsToItsRow = classes().should(dependOnWhatItsRowAllows());

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("plenum.mediaserver.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheServerKnowsBothProtocolAndElements = noClasses()
            .that()
            .resideInAPackage("plenum.mediaserver")
            .and()
            .haveNameNotMatching(".*\\.MediaServer(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("plenum.mediaserver.rpc..");

    @ArchTest
    static final ArchRule noMutableStatics =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule oneLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule timeComesFromOutside = noClasses()
            .that()
            .resideInAnyPackage(
                    "plenum.mediaserver.rpc..", "plenum.mediaserver.object..", "plenum.mediaserver.element..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule namesSayResponsibilities = noClasses()
            .that()
            .resideInAnyPackage(
                    "plenum.mediaserver",
                    "plenum.mediaserver.rpc..",
                    "plenum.mediaserver.object..",
                    "plenum.mediaserver.element..")
            .and()
            .doNotHaveSimpleName("ServerManager")
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    private static ArchCondition<JavaClass> dependOnWhatItsRowAllows() {
        return new ArchCondition<>("depend only on what the row of their package in Floors allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Optional<Row> row = Floors.row(type.getPackageName());
                if (row.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no row in Floors"));
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> !target.isPrimitive())
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(imported -> COMMON.stream().noneMatch(imported::startsWith))
                        .filter(imported -> !row.get().allows(imported))
                        .forEach(imported -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " uses " + imported + ", which its row does not name")));
            }
        };
    }

    /** The server's classes, wherever they were compiled to: not the tests, and not the programs that test it. */
    static final class OnlyTheServer implements ImportOption {
        private static final String CLASSES = MediaServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        @Override
        public boolean includes(Location location) {
            return location.asURI().toString().startsWith(CLASSES);
        }
    }
}
