package com.paloaltonetworks.cloudngfw.resilience;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who judges the handlers must not use what they judge by: a mistake there would prove itself right. */
@AnalyzeClasses(packages = "com.paloaltonetworks.cloudngfw.resilience", importOptions = DoNotIncludeTests.class)
class IndependenceTest {

    private static final String ROOT = "com.paloaltonetworks.cloudngfw.";

    @ArchTest
    static final ArchRule ofTheTypesOnlyTheEntryPointsAreKnown = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(ROOT + "core..", ROOT + "rulestack..", ROOT + "securityrule..", ROOT + "ngfw..")
                            .and(not(simpleName("HandlerWrapper").or(simpleName("ResourceModel")))));
}
