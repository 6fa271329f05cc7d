package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallProblemsTest {

    private static final HandlerWrapper TYPE = new HandlerWrapper(new LambdaPlatform());

    @Test
    void aGoodModelHasNone() {
        assertThat(TYPE.problems(firewall(FirewallCreationTest.EVERYTHING))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        {"AccountId":"0123"}                            | /AccountId          | is not the twelve digits
        {"AccountId":12345678901}                       | /AccountId          | is not the twelve digits
        {"EndpointMode":"CustomerManaged"}              | /SubnetMappings/0   | needs an AvailabilityZone
        {"SubnetMappings":[{"AvailabilityZone":"a"}]}   | /SubnetMappings/0   | needs a SubnetId
        {"AssociateSubnetMappings":[{}]}                | /AssociateSubnetMappings/0 | neither a subnet nor a zone
        {"DisassociateSubnetMappings":[{}]}             | /DisassociateSubnetMappings/0 | neither a subnet nor a zone
        {"SubnetMappings":[{"SubnetId":"","AvailabilityZone":""}]} | /SubnetMappings/0 | neither a subnet nor a zone
        {"SubnetMappings":[{"SubnetId":"a","AvailabilityZone":"b"}]} | /SubnetMappings/0 | names both a subnet and a zone
        {"EndpointMode":"CustomerManaged","SubnetMappings":[{"SubnetId":"a","AvailabilityZoneId":"b"}]} | /SubnetMappings/0 | names both a subnet and a zone
        {"EndpointMode":"CustomerManaged","SubnetMappings":[{"AvailabilityZone":"a"}],"DisassociateSubnetMappings":[{"AvailabilityZoneId":"b"}]} | /DisassociateSubnetMappings/0 | in another way than /SubnetMappings
        {"SubnetMappings":[]}                           | /SubnetMappings     | is needed
        {"DisassociateSubnetMappings":[{"SubnetId":"subnet-1"}]} | /SubnetMappings | leaves the firewall no place
        {"AccountId":"1234567890123"}                   | /AccountId          | is not the twelve digits
        {"MultiVpcEnable":"true"}                       | /MultiVpcEnable     | needs EndpointMode CustomerManaged
        {"MultiVpcEnable":true}                         | /MultiVpcEnable     | needs EndpointMode CustomerManaged
        {"Description":"two\\nlines"}                   | /Description        | line break
        {"RuleStackName":"my stack"}                    | /RuleStackName      | is not the name of a rulestack
        {"GlobalRuleStackName":"a_b"}                   | /GlobalRuleStackName | is not the name of a rulestack
        {"Tags":[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]} | /Tags/1/Key | the key 'a' is given twice
        {"Tags":[{"Key":"aws:a","Value":"1"}]}          | /Tags/0/Key         | keys that begin with aws: are reserved
        {"Nonsense":1}                                  | /                   | extraneous key
        """)
    void aMistakeIsNamedWithItsPath(String change, String path, String message) {
        List<Problem> problems = TYPE.problems(firewall(change));
        assertThat(problems).extracting(Problem::path).containsExactly(path);
        assertThat(problems.get(0).message()).contains(message);
        assertThat(path.equals("/") || problems.get(0).remedy() != null)
                .as("says how to mend it")
                .isTrue();
    }

    @Test
    void everyProblemIsToldAtOnceAndBeforeTheFirstCall() {
        try (Scene scene = Scene.standard()) {
            failure(
                    scene.cloudFormation().create(Driver.json("""
                            {"FirewallName":"edge","AccountId":"12345678901","MultiVpcEnable":"true",
                             "EndpointMode":"ServiceManaged","SubnetMappings":[{"AvailabilityZone":"us-east-1a"}],
                             "Tags":[{"Key":"aws:x","Value":"y"}]}""")),
                    "InvalidRequest",
                    "/AccountId",
                    "between quotes",
                    "/VpcId",
                    "/SubnetMappings/0",
                    "name the subnet in that zone",
                    "/MultiVpcEnable",
                    "/Tags/0/Key");
            assertThat(scene.cloudFormation().service().requests().all()).isEmpty();
        }
    }

    @Test
    void tagsOfTheStackCountToo() {
        ObjectNode model = firewall();
        for (int tag = 0; tag < 49; tag++) {
            model.withArray("Tags").addObject().put("Key", "key-" + tag).put("Value", "v");
        }
        try (Scene scene = Scene.standard()) {
            scene.cloudFormation()
                    .with(request -> request.toBuilder()
                            .stackTags(Map.of("key-1", "overlaid", "stage", "prod", "cost", "42"))
                            .build());
            failure(scene.cloudFormation().create(model), "InvalidRequest", "/Tags", "51 tags", "leave out 1");
            assertThat(scene.cloudFormation().service().requests().writes()).isEmpty();
            scene.create(firewall());
            scene.cloudFormation().service().requests().clear();
            failure(scene.cloudFormation().update(firewall(), model), "InvalidRequest", "/Tags", "51 tags");
            assertThat(scene.cloudFormation().service().requests().writes()).isEmpty();
        }
    }

    @Test
    void placesGivenTwiceAreOnePlace() {
        assertThat(TYPE.problems(firewall("""
                        {"SubnetMappings":[{"SubnetId":"a"},{"SubnetId":"a"}],
                         "AssociateSubnetMappings":[{"SubnetId":"a"}]}"""))).isEmpty();
    }

    @Test
    void twoDestinationsOfOneLogTypeAreOneTooMany() {
        assertThat(TYPE.problems(firewall("""
                        {"LogDestinationConfigs":[
                          {"LogDestination":"a","LogDestinationType":"S3","LogType":"THREAT"},
                          {"LogDestination":"b","LogDestinationType":"S3","LogType":"THREAT"}]}""")))
                .extracting(Problem::path, Problem::value)
                .containsExactly(tuple("/LogDestinationConfigs/1/LogType", "THREAT"));
    }

    @Test
    void whatACreateNeedsIsMissedAtOnce() {
        assertThat(TYPE.problems(Driver.json("{\"FirewallName\":\"edge\",\"AccountId\":\"123456789012\"}")))
                .extracting(Problem::path)
                .containsExactly("/VpcId", "/EndpointMode", "/SubnetMappings");
    }

    @Test
    void limitsAreTold() {
        ObjectNode model = firewall().put("Description", "x".repeat(513));
        for (int tag = 0; tag < 51; tag++) {
            model.withArray("Tags").addObject().put("Key", "key-" + tag).put("Value", "v");
        }
        assertThat(TYPE.problems(model))
                .extracting(Problem::message)
                .containsExactly(
                        "has 513 characters; the service takes 512", "the service takes at most 50 tags, here are 51");
    }
}
