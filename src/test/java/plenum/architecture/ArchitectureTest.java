package plenum.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The arrows of {@code docs/architecture.md}, and a few habits. */
@AnalyzeClasses(
        packages = "plenum",
        importOptions = {ImportOption.DoNotIncludeTests.class, OnlyTheApplication.class})
@ArchTag("architecture")
class ArchitectureTest {
    private static final String[] LIBRARIES = {
        "java..", "javax..", "jakarta..", "org.slf4j..", "org.jspecify..", "org.eclipse.microprofile.."
    };

    private static final String[] EDGE = {
        "plenum.assembly..",
        "plenum.signaling..",
        "plenum.socket..",
        "plenum.web..",
        "plenum.health..",
        "plenum.ingress.."
    };

    @ArchTest
    static final ArchRule noCycles = slices().matching("plenum.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformIsALeaf = mayOnlyUse("plenum.platform..", "io.nayuki.qrcodegen..");

    @ArchTest
    static final ArchRule protocolIsALeaf = mayOnlyUse("plenum.protocol..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule account = mayOnlyUse(
            "plenum.account..",
            "plenum.mail",
            "plenum.job",
            "plenum.platform..",
            "org.hibernate..",
            "org.primefaces..",
            "org.bouncycastle..",
            "com.webauthn4j..",
            "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyAccountsKnowPasskeys = onlyIn("com.webauthn4j..", "plenum.account..");

    @ArchTest
    static final ArchRule job =
            mayOnlyUse("plenum.job..", "plenum.platform..", "com.fasterxml.jackson..", "com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule onlyTheStoreOfJobsKnowsItsScheduler =
            onlyIn("com.github.kagkarlsson..", "plenum.job.store..");

    @ArchTest
    static final ArchRule mail =
            mayOnlyUse("plenum.mail..", "plenum.job", "plenum.platform..", "org.hibernate..", "io.pebbletemplates..");

    @ArchTest
    static final ArchRule storage =
            mayOnlyUse("plenum.storage..", "plenum.job", "plenum.platform..", "org.hibernate..");

    @ArchTest
    static final ArchRule onlyMailKnowsItsTemplates = onlyIn("io.pebbletemplates..", "plenum.mail..");

    @ArchTest
    static final ArchRule onlyMailKnowsSmtp = onlyIn("jakarta.mail..", "plenum.mail..");

    @ArchTest
    static final ArchRule meeting = mayOnlyUse(
            "plenum.meeting..", "plenum.account..", "plenum.platform..", "org.hibernate..", "org.flywaydb..");

    @ArchTest
    static final ArchRule mediaPort = mayOnlyUse("plenum.media", "plenum.platform..");

    @ArchTest
    static final ArchRule mediaByKurento =
            mayOnlyUse("plenum.media.kurento", "plenum.media", "plenum.platform..", "org.kurento..");

    @ArchTest
    static final ArchRule conference = mayOnlyUse(
            "plenum.conference..",
            "plenum.meeting",
            "plenum.audit",
            "plenum.account..",
            "plenum.platform..",
            "plenum.protocol..");

    @ArchTest
    static final ArchRule stream = mayOnlyUse(
            "plenum.stream..",
            "plenum.conference..",
            "plenum.meeting",
            "plenum.media",
            "plenum.protocol..",
            "plenum.platform..");

    @ArchTest
    static final ArchRule check =
            mayOnlyUse("plenum.check..", "plenum.media", "plenum.protocol..", "plenum.platform..");

    @ArchTest
    static final ArchRule moderation = mayOnlyUse(
            "plenum.moderation..",
            "plenum.audit",
            "plenum.conference..",
            "plenum.meeting",
            "plenum.protocol..",
            "plenum.platform..");

    @ArchTest
    static final ArchRule audit = mayOnlyUse("plenum.audit..", "plenum.platform..", "org.hibernate..");

    @ArchTest
    static final ArchRule door = mayOnlyUse(
            "plenum.door..",
            "plenum.audit",
            "plenum.conference..",
            "plenum.meeting",
            "plenum.account..",
            "plenum.protocol..",
            "plenum.platform..");

    @ArchTest
    static final ArchRule onlyThePlatformMakesQrCodes = onlyIn("io.nayuki..", "plenum.platform..");

    @ArchTest
    static final ArchRule chat = mayOnlyUse(
            "plenum.chat..",
            "plenum.audit",
            "plenum.meeting",
            "plenum.conference..",
            "plenum.protocol..",
            "plenum.platform..",
            "org.hibernate..");

    @ArchTest
    static final ArchRule poll = mayOnlyUse(
            "plenum.poll..",
            "plenum.chat",
            "plenum.audit",
            "plenum.meeting",
            "plenum.conference..",
            "plenum.protocol..",
            "plenum.platform..",
            "org.hibernate..");

    @ArchTest
    static final ArchRule breakout = mayOnlyUse(
            "plenum.breakout..",
            "plenum.chat",
            "plenum.audit",
            "plenum.account..",
            "plenum.conference..",
            "plenum.protocol..",
            "plenum.platform..",
            "org.hibernate..");

    @ArchTest
    static final ArchRule timer = mayOnlyUse(
            "plenum.timer..",
            "plenum.account..",
            "plenum.audit",
            "plenum.conference..",
            "plenum.protocol..",
            "plenum.platform..",
            "org.hibernate..");

    @ArchTest
    static final ArchRule whiteboard = mayOnlyUse(
            "plenum.whiteboard..",
            "plenum.audit",
            "plenum.conference..",
            "plenum.protocol..",
            "plenum.platform..",
            "org.hibernate..");

    @ArchTest
    static final ArchRule reaction = mayOnlyUse(
            "plenum.reaction..",
            "plenum.audit",
            "plenum.meeting",
            "plenum.conference..",
            "plenum.protocol..",
            "plenum.platform..",
            "org.hibernate..");

    @ArchTest
    static final ArchRule nobodyImportsTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(EDGE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGE);

    @ArchTest
    static final ArchRule socketsKnowNothingOfWhatIsSaid = mayOnlyUse("plenum.socket..", "plenum.platform..");

    @ArchTest
    static final ArchRule signaling = mayOnlyUse(
            "plenum.signaling..",
            "plenum.socket",
            "plenum.check",
            "plenum.conference",
            "plenum.meeting",
            "plenum.account",
            "plenum.protocol",
            "plenum.platform");

    @ArchTest
    static final ArchRule nobodyImportsTheCompositionRoot = noClasses()
            .that()
            .resideOutsideOfPackage("plenum.assembly..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("plenum.assembly..");

    @ArchTest
    static final ArchRule edgesDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("plenum.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("plenum.signaling..", "plenum.socket..", "plenum.health..");

    @ArchTest
    static final ArchRule ingress =
            mayOnlyUse("plenum.ingress..", "plenum.health..", "plenum.platform..", "io.undertow..", "org.xnio..");

    @ArchTest
    static final ArchRule onlyTheIngressKnowsUndertow = onlyIn("io.undertow..", "plenum.ingress..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsKurento = onlyIn("org.kurento..", "plenum.media.kurento..");

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsWebSockets = noClasses()
            .that()
            .resideOutsideOfPackages("plenum.socket..", "plenum.signaling..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.websocket..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackage("plenum..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.flywaydb..", "java.sql..");

    @ArchTest
    static final ArchRule onlyPagesKnowFaces = noClasses()
            .that()
            .resideOutsideOfPackage("plenum.web..")
            .and()
            .haveSimpleNameNotEndingWith("Page")
            .and()
            .haveSimpleNameNotEndingWith("Panel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..");

    @ArchTest
    static final ArchRule theLiveMeetingIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(
                    "plenum.conference..",
                    "plenum.stream..",
                    "plenum.check..",
                    "plenum.moderation..",
                    "plenum.door..",
                    "plenum.audit",
                    "plenum.media..",
                    "plenum.chat",
                    "plenum.poll",
                    "plenum.reaction")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..");

    @ArchTest
    static final ArchRule theApplicationDoesNotKnowItsLauncher =
            noClasses().should().dependOnClassesThat().resideInAPackage("plenum.launcher..");

    @ArchTest
    static final ArchRule noMutableStatics =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule noJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    private static ArchRule mayOnlyUse(String... packages) {
        return classes()
                .that()
                .resideInAPackage(packages[0])
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages).or(resideInAnyPackage(LIBRARIES)));
    }

    private static ArchRule onlyIn(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
