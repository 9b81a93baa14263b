package plenum.ci;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What a source file of tests says about itself: the tags of its class, and what is in it. Sources instead of classes, because the three
 * modules are compiled side by side.
 *
 * @param tags values of {@code @Tag} and {@code @ArchTag}
 * @param archTags values of {@code @ArchTag} alone, the only ones that ArchUnit's engine knows
 */
record TestClass(
        String packageName,
        String name,
        List<String> tags,
        List<String> archTags,
        boolean hasTests,
        boolean isArchUnit) {

    private static final Pattern RUNNERS_TAKE = Pattern.compile("\\w+(Test|IT|Journey|Measurement)");
    private static final Set<String> TEST_METHODS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    /** Whether Surefire or Failsafe run a class of this name; measurements when they are asked for. */
    boolean isRun() {
        return RUNNERS_TAKE.matcher(name).matches();
    }

    boolean isJourney() {
        return name.endsWith("Journey");
    }

    static List<TestClass> parse(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
            List<TestClass> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                of(unit).ifPresent(found::add);
            }
            return found;
        }
    }

    private static Optional<TestClass> of(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> !type.getModifiers().getFlags().contains(Modifier.ABSTRACT))
                .findFirst()
                .map(type -> of(unit.getPackageName().toString(), type));
    }

    private static TestClass of(String packageName, ClassTree type) {
        ModifiersTree modifiers = type.getModifiers();
        List<String> archTags = values(modifiers, "ArchTag");
        List<String> tags = new ArrayList<>(values(modifiers, "Tag"));
        tags.addAll(archTags);
        boolean hasTests = type.getMembers().stream().anyMatch(TestClass::isTest);
        return new TestClass(
                packageName,
                type.getSimpleName().toString(),
                tags,
                archTags,
                hasTests,
                annotated(modifiers, "AnalyzeClasses"));
    }

    private static boolean isTest(Tree member) {
        return member instanceof MethodTree method
                && TEST_METHODS.stream().anyMatch(name -> annotated(method.getModifiers(), name));
    }

    private static boolean annotated(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream().anyMatch(a -> isNamed(a, annotation));
    }

    private static List<String> values(ModifiersTree modifiers, String annotation) {
        List<String> values = new ArrayList<>();
        TreeScanner<Void, Void> literals = new TreeScanner<>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                values.add(String.valueOf(literal.getValue()));
                return null;
            }
        };
        modifiers.getAnnotations().stream()
                .filter(a -> isNamed(a, annotation))
                .forEach(a -> literals.scan(a.getArguments(), null));
        return values;
    }

    private static boolean isNamed(AnnotationTree annotation, String name) {
        String type = annotation.getAnnotationType().toString();
        return type.substring(type.lastIndexOf('.') + 1).equals(name);
    }
}
