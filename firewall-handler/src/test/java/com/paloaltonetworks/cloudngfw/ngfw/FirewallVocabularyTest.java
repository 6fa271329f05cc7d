package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallVocabularyTest {

    private static final HandlerWrapper TYPE = new HandlerWrapper(new LambdaPlatform());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"ProgrammaticAccessToken":"abc"}            | /ProgrammaticAccessToken   | remove it: the handler takes its tokens
        {"UpdateToken":"1"}                          | /UpdateToken               | remove it
        {"SubnetMappings":["subnet-1"]}              | /SubnetMappings/0          | write {SubnetId: subnet-1}
        {"AssociateSubnetMappings":["subnet-9"]}     | /AssociateSubnetMappings/0 | write {SubnetId: subnet-9}
        {"MultiVpc":false}                           | /MultiVpc                  | write MultiVpcEnable: false
        {"VpcIds":["vpc-1"]}                         | /VpcIds                    | write VPCIds: [vpc-1]
        {"Tags":{"Env":"prod"}}                      | /Tags                      | write Tags: [{Key: Env, Value: prod}]
        {"Tags":[{"Env":"prod"},{"Team":"net"}]}     | /Tags                      | write Tags: [{Key: Env, Value: prod}, {Key: Team, Value: net}]
        """)
    void anOldNameIsToldWithItsPresentForm(String change, String path, String remedy) {
        List<Problem> problems = TYPE.problems(firewall(change));
        assertThat(problems).extracting(Problem::path).containsExactly(path);
        assertThat(problems.get(0).remedy()).startsWith(remedy);
        assertThat(problems.get(0).line()).doesNotContain("abc");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"use1-az1,AvailabilityZoneId", "us-east-1a,AvailabilityZone"})
    void aZoneWrittenAsTextIsToldAsAZone(String place, String member) {
        assertThat(TYPE.problems(
                        firewall("{\"EndpointMode\":\"CustomerManaged\",\"SubnetMappings\":[\"" + place + "\"]}")))
                .extracting(Problem::remedy)
                .containsExactly("write {" + member + ": " + place + "}");
    }
}
