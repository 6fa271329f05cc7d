package com.paloaltonetworks.cloudngfw.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.Endpoint;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/security.md promises of the code as a whole: whom it believes, what it listens to, what it starts. */
@AnalyzeClasses(
        packages = "com.paloaltonetworks.cloudngfw",
        importOptions = {DoNotIncludeTests.class, NoTestJars.class})
class TrustRulesTest {

    private static final String ROOT = "com.paloaltonetworks.cloudngfw.";

    private static final DescribedPredicate<JavaClass> HANDLERS = resideInAnyPackage(
            ROOT + "client..", ROOT + "core..", ROOT + "rulestack..", ROOT + "securityrule..", ROOT + "ngfw..");

    /** Java's own rules decide which certificate is good, and for which host. */
    @ArchTest
    static final ArchRule nobodyDecidesWhichCertificateIsGood = noClasses()
            .should()
            .beAssignableTo(assignableTo("javax.net.ssl.TrustManager")
                    .or(assignableTo("javax.net.ssl.HostnameVerifier"))
                    .or(assignableTo("javax.net.ssl.TrustManagerFactorySpi")));

    @ArchTest
    static final ArchRule onlyTheLocalServerHasATlsContextOfItsOwn = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "local.serve..")
            .should()
            .dependOnClassesThat(assignableTo("javax.net.ssl.SSLContext").or(assignableTo("java.security.KeyStore")));

    @ArchTest
    static final ArchRule theWireKeepsToTheRulesOfItsClient = noClasses()
            .should()
            .accessTargetWhere(calls(
                    "give the HTTP client trust, logins or cookies of its own",
                    "java.net.http.HttpClient$Builder.sslContext",
                    "java.net.http.HttpClient$Builder.authenticator",
                    "java.net.http.HttpClient$Builder.cookieHandler"));

    @ArchTest
    static final ArchRule handlersHaveOneWayOut = noClasses()
            .that(HANDLERS)
            .should()
            .dependOnClassesThat(assignableTo("java.net.Socket")
                    .or(assignableTo("java.net.URL"))
                    .or(assignableTo("java.net.URLConnection"))
                    .or(resideInAnyPackage("java.nio.channels..", "javax.naming..")));

    @ArchTest
    static final ArchRule onlyTheClientSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    /** Lambda's environment, a profile on disk or a property of the JVM must not change what a handler does. */
    @ArchTest
    static final ArchRule handlersHearNothingFromTheirSurroundings = noClasses()
            .that(HANDLERS)
            .should()
            .accessTargetWhere(calls(
                    "read the environment or the JVM's properties",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.getProperties",
                    "java.lang.System.setProperty",
                    "java.lang.Boolean.getBoolean",
                    "java.lang.Integer.getInteger",
                    "java.lang.Long.getLong"));

    @ArchTest
    static final ArchRule handlersWriteNoFiles = noClasses()
            .that(HANDLERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..")
                    .or(assignableTo("java.io.File"))
                    .or(assignableTo("java.io.FileOutputStream"))
                    .or(assignableTo("java.io.RandomAccessFile")));

    @ArchTest
    static final ArchRule onlyTheLocalServersKeytoolIsStarted = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "local.serve.ServerCertificate")
            .should()
            .accessTargetWhere(calls("start programs", "java.lang.ProcessBuilder.<init>", "java.lang.Runtime.exec"));

    @ArchTest
    static final ArchRule nothingThatIsReadBecomesCode = noClasses()
            .should()
            .dependOnClassesThat(assignableTo("java.io.ObjectInputStream")
                    .or(assignableTo("java.lang.ClassLoader"))
                    .or(assignableTo("javax.xml.stream.XMLInputFactory"))
                    .or(resideInAnyPackage("javax.script..", "javax.xml.parsers..", "java.beans..", "java.rmi..")));

    @ArchTest
    static final ArchRule jsonNamesNoClasses = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "let JSON choose classes",
                    access -> access.getTargetOwner().getName().startsWith("com.fasterxml.jackson.databind.")
                            && Set.of("activateDefaultTyping", "enableDefaultTyping", "activateDefaultTypingAsProperty")
                                    .contains(access.getName())));

    @ArchTest
    static final ArchRule yamlIsReadAsNodes = noClasses()
            .should()
            .accessTargetWhere(calls(
                    "have YAML name classes",
                    "org.yaml.snakeyaml.Yaml.load",
                    "org.yaml.snakeyaml.Yaml.loadAs",
                    "org.yaml.snakeyaml.Yaml.loadAll"));

    private static DescribedPredicate<JavaAccess<?>> calls(String does, String... methods) {
        return describe(
                does, access -> Set.of(methods).contains(access.getTargetOwner().getName() + "." + access.getName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngfw", "rulestack", "securityrule"})
    void theSchemasAllowTheEndpointsThatTheCodeDoes(String type) {
        JsonNode configuration = TypeRegistry.json("/paloaltonetworks-cloudngfw-" + type + ".json")
                .at("/typeConfiguration/properties");
        assertThat(configuration.at("/ApiEndpoint/pattern").asText()).isEqualTo(Endpoint.FORM);
        assertThat(configuration.at("/StsEndpoint/pattern").asText()).isEqualTo(Endpoint.FORM);
    }
}
