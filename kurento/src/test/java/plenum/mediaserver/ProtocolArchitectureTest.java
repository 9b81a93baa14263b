package plenum.mediaserver;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom on the protocol's side of the server. */
@AnalyzeClasses(packages = "plenum.mediaserver", importOptions = ImportOption.DoNotIncludeTests.class)
@ArchTag("mediaserver")
class ProtocolArchitectureTest {
    private static final String[] OURS = {
        "plenum.mediaserver", "plenum.mediaserver.rpc..", "plenum.mediaserver.object..", "plenum.mediaserver.element.."
    };

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("plenum.mediaserver.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule objectsKnowNothingOfProtocolOrElements = noClasses()
            .that()
            .resideInAPackage("..object..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "plenum.mediaserver",
                    "plenum.mediaserver.rpc..",
                    "plenum.mediaserver.element..",
                    "plenum.mediaserver.webrtc..",
                    "plenum.mediaserver.flow..",
                    "plenum.mediaserver.loop..");

    @ArchTest
    static final ArchRule theProtocolKnowsOnlyObjects = classes()
            .that()
            .resideInAPackage("plenum.mediaserver.rpc..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "io.netty..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "plenum.mediaserver.rpc..",
                    "plenum.mediaserver.object.."));

    @ArchTest
    static final ArchRule elementsKnowNoProtocolAndNoTransport = classes()
            .that()
            .resideInAPackage("plenum.mediaserver.element..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "com.sun.management..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "plenum.mediaserver.element..",
                    "plenum.mediaserver.object..",
                    "plenum.mediaserver.webrtc..",
                    "plenum.mediaserver.flow..",
                    "plenum.mediaserver.record..",
                    "plenum.mediaserver.play..",
                    "plenum.mediaserver.uri..",
                    "plenum.mediaserver.loop.."));

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
    static final ArchRule onlySocketsKnowNetty = noClasses()
            .that()
            .resideInAnyPackage("plenum.mediaserver", "..object..", "..element..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule kurentosClientIsForTests =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.kurento..");

    @ArchTest
    static final ArchRule noMutableStatics = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(OURS)
            .and()
            .areStatic()
            .should()
            .beFinal();

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
            .resideInAnyPackage(OURS)
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
}
