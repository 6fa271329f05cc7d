package com.paloaltonetworks.cloudngfw.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.SchemaLimits.Limit;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is at a limit of the schema goes the whole circle, and what is one beyond is refused at its place before any call.
 * The limits are the schema's own. That the callback context of the largest model stays short is watched by the executor.
 */
public abstract class LimitsContract {

    private final String typeName;
    private final Function<Platform, ? extends RequestStreamHandler> handlers;
    private final SchemaLimits limits;
    private Driver driver;

    protected LimitsContract(String typeName, Function<Platform, ? extends RequestStreamHandler> handlers) {
        this.typeName = typeName;
        this.handlers = handlers;
        this.limits = new SchemaLimits(Driver.schema(typeName).json());
    }

    /** Gives the tenant what the models need. */
    protected abstract void prepare(Driver driver);

    /** A model that writes every property with a limit. */
    protected abstract ObjectNode wanted();

    /** Properties with a star for each index, whose values have a form or a meaning that another length would break. */
    protected abstract Set<String> formed();

    /** What the service takes where that is less than the schema says. */
    protected abstract Map<String, Integer> most();

    /** Properties that {@link #wanted} cannot write, for a reason. */
    protected Set<String> untried() {
        return Set.of();
    }

    @BeforeEach
    final void start() {
        driver = Driver.of(typeName, handlers);
        prepare(driver);
    }

    @AfterEach
    final void stop() {
        driver.close();
    }

    @Test
    void everyLimitOfTheSchemaIsTried() {
        Set<String> tried = new TreeSet<>();
        limits.of(wanted()).forEach(limit -> tried.add(limit.property()));
        assertThat(tried).noneMatch(untried()::contains);
        tried.addAll(untried());
        assertThat(tried).containsAll(limits.limited());
    }

    @Test
    void whatIsAtEveryUpperLimitGoesTheWholeCircle() {
        circle(atLimits(true), wanted());
    }

    @Test
    void whatIsAtEveryLowerLimitGoesTheWholeCircle() {
        circle(atLimits(false), wanted());
    }

    private void circle(ObjectNode extreme, ObjectNode usual) {
        succeeded(driver.create(extreme));
        assertThat(Written.notShown(
                        limits.readable(extreme),
                        succeeded(driver.read(extreme)).model()))
                .isEmpty();
        ObjectNode other = named(usual, extreme);
        succeeded(driver.update(extreme, other));
        assertThat(Written.notShown(
                        limits.readable(other), succeeded(driver.read(other)).model()))
                .isEmpty();
        succeeded(driver.update(other, extreme));
        assertThat(Written.notShown(
                        limits.readable(extreme),
                        succeeded(driver.read(extreme)).model()))
                .isEmpty();
        succeeded(driver.delete(extreme));
        assertThat(driver.read(extreme).failedWith("NotFound")).isTrue();
    }

    @Test
    void whatIsOneBeyondALimitIsRefusedAtItsPlaceBeforeAnyCall() {
        List<String> problems = new ArrayList<>();
        for (Limit limit : limits.of(wanted())) {
            int beyond = limit.isMost() ? limit.bound() + 1 : limit.bound() - 1;
            if (beyond < 0 && !limit.keyword().equals("minimum")) {
                continue;
            }
            Result refused = driver.create(SchemaLimits.sized(wanted(), limit, beyond));
            if (!refused.failedWith("InvalidRequest") || !refused.message().contains(limit.place() + ": ")) {
                problems.add(limit + ": " + refused.errorCode() + " " + refused.message());
            }
        }
        assertThat(problems).isEmpty();
        assertThat(driver.service().requests().all()).isEmpty();
    }

    @Test
    void everythingBeyondItsLimitAtOnceIsToldInOneMessage() {
        ObjectNode model = wanted();
        for (Limit limit : limits.of(wanted())) {
            model = limit.isMost() ? SchemaLimits.sized(model, limit, limit.bound() + 1) : model;
        }
        Result refused = driver.create(model);
        assertThat(refused.failedWith("InvalidRequest")).isTrue();
        assertThat(refused.message()).hasSizeLessThanOrEqualTo(1024).containsPattern("[0-9]+ problems:");
        assertThat(driver.service().requests().all()).isEmpty();
    }

    private ObjectNode atLimits(boolean most) {
        ObjectNode model = wanted();
        for (Limit limit : limits.of(wanted())) {
            if (limit.isMost() == most && !formed().contains(limit.property())) {
                model = SchemaLimits.sized(model, limit, most().getOrDefault(limit.property(), limit.bound()));
            }
        }
        return model;
    }

    /** The same resource. */
    private ObjectNode named(ObjectNode model, ObjectNode as) {
        ObjectNode copy = model.deepCopy();
        copy.setAll(Driver.schema(typeName).identifierModel(as));
        return copy;
    }

    private static Result succeeded(Result result) {
        assertThat(result.succeeded())
                .as(result.errorCode() + ": " + result.message())
                .isTrue();
        return result;
    }
}
