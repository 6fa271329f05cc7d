package com.paloaltonetworks.cloudngfw.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.core.ResourceWrapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.LambdaWrapper;
import software.amazon.cloudformation.proxy.AmazonWebServicesClientProxy;

/** Rules of the house that no compiler knows: what handlers are given instead of taking it, how the runtime is used, names, sizes. */
@AnalyzeClasses(
        packages = "com.paloaltonetworks.cloudngfw",
        importOptions = {DoNotIncludeTests.class, NoTestJars.class})
class HouseRulesTest {

    private static final String ROOT = "com.paloaltonetworks.cloudngfw.";
    private static final String[] TYPES = {ROOT + "rulestack..", ROOT + "securityrule..", ROOT + "ngfw.."};
    private static final int LONGEST_FILE = 300;

    /** What only the platform may do; a constructor is {@code <init>}. */
    private static final Set<String> TIME_CHANCE_AND_THREADS = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.<init>",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.<init>");

    @ArchTest
    static final ArchRule handlersTakeTimeChanceAndThreadsFromThePlatform = noClasses()
            .that(resideInAnyPackage(TYPES)
                    .or(resideInAnyPackage(ROOT + "core..", ROOT + "client.."))
                    .and(not(belongToAnyOf(LambdaPlatform.class))))
            .should()
            .accessTargetWhere(takesTimeChanceOrThreads());

    @ArchTest
    static final ArchRule nobodySpeaksHttpThroughTheOldClient =
            noClasses().should().dependOnClassesThat().areAssignableTo("java.net.HttpURLConnection");

    @ArchTest
    static final ArchRule oneClassJoinsTheHandlersToTheRuntime = classes()
            .that(describe(
                    "directly extend LambdaWrapper",
                    type -> type.getRawSuperclass()
                            .map(parent -> parent.isEquivalentTo(LambdaWrapper.class))
                            .orElse(false)))
            .should()
            .be(ResourceWrapper.class);

    @ArchTest
    static final ArchRule theProxyOnlyLendsItsCredentials = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "start a call chain of the plugin, whose memory is unstable across containers",
                    access -> access.getTargetOwner().isAssignableTo(AmazonWebServicesClientProxy.class)
                            && Set.of("initiate", "newInitiator").contains(access.getName())));

    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre = classes()
            .should()
            .haveNameNotMatching(".*[.$]((Base|Abstract)[A-Z]\\w*|\\w*(Utils?|Helper|Manager|Impl))(\\$.*)?");

    private static DescribedPredicate<JavaAccess<?>> takesTimeChanceOrThreads() {
        return describe("read a clock, sleep, draw a number without a seed or start a thread", access -> {
            String target = access.getTargetOwner().getName() + "." + access.getName();
            return TIME_CHANCE_AND_THREADS.contains(target) || isUnseeded(target, access);
        });
    }

    private static boolean isUnseeded(String target, JavaAccess<?> access) {
        return target.equals("java.util.Random.<init>")
                && access.getTarget() instanceof CodeUnitAccessTarget constructor
                && constructor.getRawParameterTypes().isEmpty();
    }

    @Test
    void noSourceFileIsLongerThanAReaderTakes() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> sources = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(HouseRulesTest::javaFiles)
                    .toList();
            assertThat(sources)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThanOrEqualTo(LONGEST_FILE));
        }
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
