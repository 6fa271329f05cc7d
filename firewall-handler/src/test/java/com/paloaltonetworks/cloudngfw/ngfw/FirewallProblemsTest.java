package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import java.util.List;
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
        {"AssociateSubnetMappings":[{}]}                | /AssociateSubnetMappings/0 | needs a SubnetId
        {"SubnetMappings":[{"SubnetId":"a"},{"SubnetId":"a"}]} | /SubnetMappings/1 | says the same as /SubnetMappings/0
        {"SubnetMappings":[]}                           | /SubnetMappings     | leaves the firewall no place
        {"DisassociateSubnetMappings":[{"SubnetId":"subnet-1"}]} | /SubnetMappings | leaves the firewall no place
        {"MultiVpcEnable":true}                         | /MultiVpcEnable     | needs EndpointMode CustomerManaged
        {"Description":"two\\nlines"}                   | /Description        | line break
        {"RuleStackName":"my stack"}                    | /RuleStackName      | is not the name of a rulestack
        {"GlobalRuleStackName":"a_b"}                   | /GlobalRuleStackName | is not the name of a rulestack
        {"Tags":[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]} | /Tags/1/Key | the key 'a' is given twice
        {"Tags":[{"Key":"aws:a","Value":"1"}]}          | /Tags/0/Key         | keys that begin with aws: are reserved
        {"Nonsense":1}                                  | /Nonsense           | there is no property Nonsense here
        """)
    void aMistakeIsNamedWithItsPath(String change, String path, String message) {
        List<Problem> problems = TYPE.problems(firewall(change));
        assertThat(problems).extracting(Problem::path).containsExactly(path);
        assertThat(problems.get(0).message()).contains(message);
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
