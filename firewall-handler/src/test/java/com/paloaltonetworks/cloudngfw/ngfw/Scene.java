package com.paloaltonetworks.cloudngfw.ngfw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.List;

/**
 * CloudFormation, the type, and a simulated tenant that holds the committed local rulestacks {@code blue} and {@code green}
 * and the committed global ones {@code north} and {@code south}.
 */
final class Scene implements AutoCloseable {

    static final String FIREWALLS = "/v1/config/ngfirewalls";
    static final String FIREWALL = FIREWALLS + "/{firewall}";

    private final Driver driver;

    private Scene(Driver driver) {
        this.driver = driver;
        List.of("blue", "green").forEach(name -> committed(name, "Local"));
        List.of("north", "south").forEach(name -> committed(name, "Global"));
    }

    static Scene standard() {
        return of(World.standard());
    }

    static Scene of(World world) {
        return of(Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new, world, 1));
    }

    static Scene of(Driver driver) {
        return new Scene(driver);
    }

    Driver cloudFormation() {
        return driver;
    }

    /** A rulestack whose draft is committed. */
    void committed(String name, String scope) {
        uncommitted(name, scope);
        driver.service().console().commit(Driver.REGION, name);
    }

    void uncommitted(String name, String scope) {
        driver.service()
                .console()
                .putRulestack(Driver.REGION, name, Driver.json("{}").put("Scope", scope));
    }

    ObjectNode create(ObjectNode desired) {
        return success(driver.create(desired));
    }

    ObjectNode update(ObjectNode previous, ObjectNode desired) {
        return success(driver.update(previous, desired));
    }

    /** The writes that an update made. */
    List<String> writesOf(ObjectNode previous, ObjectNode desired) {
        driver.service().requests().clear();
        update(previous, desired);
        return driver.service().requests().writes();
    }

    /** The firewall as the service holds it. */
    ObjectNode held() {
        return (ObjectNode) driver.service().tenant().at("/Firewalls/0");
    }

    static ObjectNode success(Result result) {
        assertThat(result.succeeded())
                .as(result.errorCode() + ": " + result.message())
                .isTrue();
        return result.model();
    }

    static void failure(Result result, String code, String... parts) {
        assertThat(result.errorCode()).as(result.message()).isEqualTo(code);
        assertThat(result.message())
                .satisfies(message ->
                        List.of(parts).forEach(part -> assertThat(message).contains(part)));
    }

    /** What of a read model a template would hold too. */
    static ObjectNode written(ObjectNode read) {
        return read.deepCopy().without(List.of("ReadFirewall", "MultiVpcEnable"));
    }

    /** A service-managed firewall with nothing but what is needed. */
    static ObjectNode firewall() {
        return Driver.json("""
                {"FirewallName":"edge","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "SubnetMappings":[{"SubnetId":"subnet-1"}]}""");
    }

    static ObjectNode firewall(String more) {
        return firewall().setAll(Driver.json(more));
    }

    @Override
    public void close() {
        driver.close();
    }
}
