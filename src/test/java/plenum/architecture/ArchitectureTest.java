package plenum.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import plenum.architecture.Floor.Row;

/** The application's packages keep to their floors ({@link Floors}), and its classes to a few habits. */
@AnalyzeClasses(packages = "plenum", importOptions = OnlyTheApplication.class)
@ArchTag("architecture")
class ArchitectureTest {
    /** What every package may use. */
    private static final List<String> COMMON =
            List.of("java.", "javax.crypto", "javax.imageio", "javax.naming", "javax.net", "org.slf4j", "org.jspecify");

    @ArchTest
    static final ArchRule everyPackageKeepsToItsRow =
            classes().that().resideInAPackage("plenum.*..").should(dependOnWhatItsRowAllows());

    @ArchTest
    static final ArchRule noCycles = slices().matching("plenum.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyPagesKnowFaces = noClasses()
            .that()
            .resideOutsideOfPackage("plenum.web..")
            .and()
            .haveNameNotMatching(".*(Page|Panel|Dialog|ScheduleView)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..");

    @ArchTest
    static final ArchRule onlyStoresKnowSql = noClasses()
            .that()
            .resideOutsideOfPackage("plenum..store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

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
