package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.core.testing.RandomObject.line;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RandomObject;
import com.paloaltonetworks.cloudngfw.core.testing.Written;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any firewall, made in the service or changed to from another, and read back. */
class FirewallRoundTripPropertyTest {

    private static final String MAPPINGS = "SubnetMappings";
    private static final String ASSOCIATED = "AssociateSubnetMappings";
    private static final String DISASSOCIATED = "DisassociateSubnetMappings";

    /** Where a firewall may stay what it is: its mode does not change. */
    record Change(ObjectNode before, ObjectNode after) {}

    @Property
    void whatIsReadIsWhatWasWrittenAndWritingItAgainChangesNothing(
            @ForAll("changes") Change change, @ForAll long seed) {
        try (Scene scene = Scene.of(Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new, World.standard(), seed))) {
            ObjectNode made = scene.create(change.before());
            assertThat(Written.notShown(shown(change.before()), made)).isEmpty();
            ObjectNode read = scene.update(change.before(), change.after());
            assertThat(Written.notShown(shown(change.after()), read)).isEmpty();
            assertThat(success(scene.cloudFormation().read(read))).isEqualTo(read);
            ObjectNode again = read.deepCopy().without(List.of("ReadFirewall"));
            assertThat(scene.writesOf(change.after(), again)).isEmpty();
        }
    }

    /** What a template comes to: the three lists of mappings are one. */
    private static ObjectNode shown(ObjectNode written) {
        Set<JsonNode> mappings = new LinkedHashSet<>();
        written.path(MAPPINGS).forEach(mappings::add);
        written.path(ASSOCIATED).forEach(mappings::add);
        written.path(DISASSOCIATED).forEach(mappings::remove);
        ObjectNode shown = written.deepCopy().without(List.of(ASSOCIATED, DISASSOCIATED));
        ArrayNode sum = shown.putArray(MAPPINGS);
        mappings.forEach(sum::add);
        return shown;
    }

    @Provide
    Arbitrary<Change> changes() {
        return Arbitraries.oneOf(
                Combinators.combine(serviceManaged(), serviceManaged()).as(Change::new),
                Combinators.combine(customerManaged(), customerManaged()).as(Change::new));
    }

    private static Arbitrary<ObjectNode> serviceManaged() {
        Arbitrary<ObjectNode> subnets = new RandomObject()
                .with("SubnetId", Arbitraries.of("subnet-1", "subnet-2", "subnet-3", "subnet-4"))
                .objects();
        return firewalls("ServiceManaged", subnets).objects(FirewallRoundTripPropertyTest::placed);
    }

    private static Arbitrary<ObjectNode> customerManaged() {
        Arbitrary<ObjectNode> names = new RandomObject()
                .with("AvailabilityZone", Arbitraries.of("us-east-1a", "us-east-1b", "us-east-1c"))
                .objects();
        Arbitrary<ObjectNode> ids = new RandomObject()
                .with("AvailabilityZoneId", Arbitraries.of("use1-az1", "use1-az2", "use1-az3"))
                .objects();
        return Arbitraries.oneOf(inZones(names), inZones(ids));
    }

    private static Arbitrary<ObjectNode> inZones(Arbitrary<ObjectNode> zones) {
        return firewalls("CustomerManaged", zones)
                .maybe("MultiVpcEnable", Arbitraries.of(true, false))
                .objects(FirewallRoundTripPropertyTest::placed);
    }

    private static RandomObject firewalls(String mode, Arbitrary<ObjectNode> mappings) {
        return new RandomObject()
                .with("FirewallName", Arbitraries.just("edge"))
                .with("AccountId", Arbitraries.just(Driver.ACCOUNT))
                .with("VpcId", Arbitraries.just("vpc-1"))
                .with("EndpointMode", Arbitraries.just(mode))
                .with(MAPPINGS, mappings.list().ofMinSize(1).ofMaxSize(3).uniqueElements())
                .maybe(ASSOCIATED, mappings.list().ofMaxSize(2).uniqueElements())
                .maybe(DISASSOCIATED, mappings.list().ofMaxSize(2).uniqueElements())
                .maybe("Description", line())
                .maybe("RuleStackName", Arbitraries.of("blue", "green"))
                .maybe("GlobalRuleStackName", Arbitraries.of("north", "south"))
                .maybe("LinkId", Arbitraries.of("link-1", "link-2"))
                .maybe("AppIdVersion", Arbitraries.of("8700-1", "8433-6838"))
                .maybe("AutomaticUpgradeAppIdVersion", Arbitraries.of(true, false))
                .maybe("LogDestinationConfigs", logs())
                .maybe("CloudWatchMetricNamespace", Arbitraries.of("PaloAltoCloudNGFW", "other"))
                .maybe("Tags", tags());
    }

    private static Arbitrary<List<ObjectNode>> logs() {
        return new RandomObject()
                .with("LogType", Arbitraries.of("TRAFFIC", "DECRYPTION", "THREAT", "USER_ID"))
                .with("LogDestinationType", Arbitraries.of("S3", "CloudWatchLogs", "KinesisDataFirehose"))
                .with("LogDestination", Arbitraries.of("one", "two"))
                .objects()
                .list()
                .uniqueElements(log -> log.path("LogType"))
                .ofMaxSize(4);
    }

    private static Arbitrary<List<ObjectNode>> tags() {
        return new RandomObject()
                .with("Key", Arbitraries.of("team", "env", "cost center", "FirewallName"))
                .with("Value", line())
                .objects()
                .list()
                .uniqueElements(tag -> tag.path("Key"))
                .ofMaxSize(3);
    }

    /** A firewall stays somewhere. */
    private static ObjectNode placed(ObjectNode firewall) {
        if (shown(firewall).path(MAPPINGS).isEmpty()) {
            firewall.remove(DISASSOCIATED);
        }
        return firewall;
    }
}
