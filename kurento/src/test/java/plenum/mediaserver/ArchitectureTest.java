package plenum.mediaserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependencies that the media server allows itself. */
@AnalyzeClasses(packages = "plenum.mediaserver", importOptions = ImportOption.DoNotIncludeTests.class)
@ArchTag("mediaserver")
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("plenum.mediaserver.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RTP_AND_SDP_ARE_PURE = classes()
            .that()
            .resideInAnyPackage("..mediaserver.rtp..", "..mediaserver.sdp..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..mediaserver.rtp..", "..mediaserver.sdp..");

    @ArchTest
    static final ArchRule RTP_AND_SDP_IGNORE_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("..mediaserver.rtp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..mediaserver.sdp..");

    @ArchTest
    static final ArchRule FLOW_KNOWS_PACKETS_AND_CODECS_ONLY = classes()
            .that()
            .resideInAPackage("..mediaserver.flow..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "..mediaserver.flow..",
                    "..mediaserver.rtp..",
                    "..mediaserver.sdp..");

    @ArchTest
    static final ArchRule CONGESTION_KNOWS_REPORTS_ONLY = classes()
            .that()
            .resideInAPackage("..mediaserver.congestion..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..mediaserver.congestion..", "..mediaserver.rtp..");

    @ArchTest
    static final ArchRule LOOP_IS_A_LEAF = classes()
            .that()
            .resideInAPackage("..mediaserver.loop..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.netty..", "..mediaserver.loop..");

    @ArchTest
    static final ArchRule CONTAINERS_AND_PAYLOADS_ARE_PURE = classes()
            .that()
            .resideInAnyPackage("..mediaserver.matroska..", "..mediaserver.payload..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "..mediaserver.matroska..",
                    "..mediaserver.payload..",
                    "..mediaserver.rtp..",
                    "..mediaserver.sdp..");

    @ArchTest
    static final ArchRule RECORDING_AND_PLAYING_KNOW_NO_PEERS = noClasses()
            .that()
            .resideInAnyPackage("..mediaserver.record..", "..mediaserver.play..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..mediaserver.webrtc..",
                    "..mediaserver.transport..",
                    "..mediaserver.element..",
                    "..mediaserver.object..");

    @ArchTest
    static final ArchRule CRYPTOGRAPHY_IN_TRANSPORT_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("..mediaserver.transport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "com.amazon.corretto..");

    @ArchTest
    static final ArchRule NETTY_WHERE_THE_SOCKETS_ARE = noClasses()
            .that()
            .resideOutsideOfPackages("..mediaserver.transport..", "..mediaserver.loop..", "..mediaserver.rpc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule TRANSPORT_KNOWS_NO_MEDIA = noClasses()
            .that()
            .resideInAPackage("..mediaserver.transport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..mediaserver.flow..", "..mediaserver.sdp..", "..mediaserver.webrtc..");

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
