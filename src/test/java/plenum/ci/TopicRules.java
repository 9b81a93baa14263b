package plenum.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code ./plenum test --topic} relies on: each test is in the topic of its package, and a journey in those of what it shows. */
record TopicRules(Topics topics) {

    private static final String JOURNEYS = "plenum.e2e";

    /** A sentence for each class that breaks a rule. */
    List<String> brokenBy(List<TestClass> classes) {
        List<String> broken = new ArrayList<>();
        for (TestClass type : classes) {
            problem(type).ifPresent(p -> broken.add(type.packageName() + "." + type.name() + " " + p));
        }
        return broken;
    }

    private Optional<String> problem(TestClass type) {
        if (!type.isRun()) {
            return type.hasTests()
                    ? Optional.of(
                            "has tests that never run: its name ends with neither Test, IT, Journey nor Measurement")
                    : Optional.empty();
        }
        if (type.isArchUnit() && !type.archTags().equals(type.tags())) {
            return Optional.of("is run by ArchUnit, which reads @ArchTag instead of @Tag");
        }
        return type.packageName().equals(JOURNEYS) ? problemOfJourney(type) : problemOfTest(type);
    }

    private Optional<String> problemOfJourney(TestClass type) {
        if (type.tags().isEmpty()) {
            return Optional.of("has no @Tag with the topic of what it shows");
        }
        return type.tags().stream()
                .filter(tag -> !topics.names().contains(tag))
                .findFirst()
                .map(tag -> "is tagged \"" + tag + "\", which .ci/topics does not list");
    }

    private Optional<String> problemOfTest(TestClass type) {
        Optional<String> topic = topics.of(type.packageName());
        if (topic.isEmpty()) {
            return Optional.of("is in a package that has no topic in .ci/topics");
        }
        return type.tags().equals(List.of(topic.get()))
                ? Optional.empty()
                : Optional.of("must have exactly one tag, \"" + topic.get() + "\", and has " + type.tags());
    }
}
