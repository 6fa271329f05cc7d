package com.paloaltonetworks.cloudngfw.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the modules: arrows run one way, and the simulator shares nothing with the client it answers. */
@AnalyzeClasses(
        packages = "com.paloaltonetworks.cloudngfw",
        importOptions = {DoNotIncludeTests.class, NoTestJars.class})
class ArchitectureTest {

    private static final String ROOT = "com.paloaltonetworks.cloudngfw.";
    private static final String[] TYPES = {ROOT + "rulestack..", ROOT + "securityrule..", ROOT + "ngfw.."};

    @ArchTest
    static final ArchRule onlyTheLocalEngineKnowsTheSimulator = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "simulator..", ROOT + "local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "simulator..");

    @ArchTest
    static final ArchRule theClientKnowsNoType = noClasses()
            .that()
            .resideInAPackage(ROOT + "client..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(TYPES));

    @ArchTest
    static final ArchRule theCoreKnowsNoType = noClasses()
            .that()
            .resideInAPackage(ROOT + "core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(TYPES));

    @ArchTest
    static final ArchRule noTypeKnowsAnother =
            slices().matching(ROOT + "(rulestack|securityrule|ngfw)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theExecutorKnowsOnlyTheClientsSeam = noClasses()
            .that()
            .resideInAPackage(ROOT + "executor..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(TYPES)
                    .or(resideInAnyPackage(ROOT + "core..", ROOT + "local..", ROOT + "client.."))
                    .and(not(belongToAnyOf(
                            Platform.class, Transport.class, TokenCache.class, ApiRequest.class, ApiResponse.class))));

    @ArchTest
    static final ArchRule theSimulatorDependsOnNobody = noClasses()
            .that()
            .resideInAPackage(ROOT + "simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "client..",
                    ROOT + "core..",
                    ROOT + "executor..",
                    ROOT + "local..",
                    ROOT + "rulestack..",
                    ROOT + "securityrule..",
                    ROOT + "ngfw..");

    @ArchTest
    static final ArchRule theClientKnowsNothingOfCloudFormation = noClasses()
            .that()
            .resideInAPackage(ROOT + "client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon.cloudformation..",
                    ROOT + "core..",
                    ROOT + "executor..",
                    ROOT + "local..",
                    ROOT + "simulator..");

    @ArchTest
    static final ArchRule handlersKnowNeitherEngineNorSimulator = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "core..", ROOT + "rulestack..", ROOT + "securityrule..", ROOT + "ngfw..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "local..", ROOT + "simulator..", ROOT + "executor..");

    @ArchTest
    static final ArchRule theRuleAnalysisNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage(ROOT + "policy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "policy..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule onlyAdviceAsksTheRuleAnalysis = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "policy..", ROOT + "local.advice..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "policy..");

    @ArchTest
    static final ArchRule adviceKnowsOnlyTemplatesAndTheRuleAnalysis = noClasses()
            .that()
            .resideInAPackage(ROOT + "local.advice..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.paloaltonetworks.cloudngfw..")
                    .and(not(resideInAnyPackage(
                            ROOT + "local.advice..",
                            ROOT + "local.template..",
                            ROOT + "policy..",
                            ROOT + "core.check.."))));

    @ArchTest
    static final ArchRule theTemplateReaderStandsAlone = noClasses()
            .that()
            .resideInAPackage(ROOT + "local.template..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "local.advice..",
                    ROOT + "local.type..",
                    ROOT + "local.stack..",
                    ROOT + "local.state..",
                    ROOT + "local.cloud..",
                    ROOT + "local.cli..");

    @ArchTest
    static final ArchRule theEngineKnowsNeitherSimulatorNorCommandLine = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "local.stack..", ROOT + "local.type..", ROOT + "local.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "simulator..", ROOT + "local.cloud..", ROOT + "local.cli..", "picocli..");
}
