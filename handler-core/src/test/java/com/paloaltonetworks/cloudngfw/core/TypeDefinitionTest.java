package com.paloaltonetworks.cloudngfw.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.core.ResourceWrapperTest.Thing;
import com.paloaltonetworks.cloudngfw.core.ResourceWrapperTest.ThingType;
import org.junit.jupiter.api.Test;

class TypeDefinitionTest {

    private static final TypeDefinition<Thing> TYPE = TypeDefinition.of(new ThingType("My::Own::Thing"), Thing.class);

    @Test
    void aChangedCreateOnlyPropertyIsNamedWithBothValues() {
        assertThat(TYPE.fixedChange(named("edge"), named("core")))
                .contains("/Name cannot change from edge to core; a resource with the new value is another resource");
    }

    @Test
    void nothingIsFixedThatIsEqualOrNotWrittenOnOneSide() {
        assertThat(TYPE.fixedChange(named("edge"), named("edge"))).isEmpty();
        assertThat(TYPE.fixedChange(named("edge"), named(null))).isEmpty();
        assertThat(TYPE.fixedChange(named(null), named("edge"))).isEmpty();
        assertThat(TYPE.fixedChange(null, named("edge"))).isEmpty();
        assertThat(TYPE.fixedChange(named("edge"), null)).isEmpty();
    }

    @Test
    void aModelWithoutItsIdentifierStandsForNothing() {
        assertThat(TYPE.missingIdentifier(named("edge"))).isEmpty();
        assertThat(TYPE.missingIdentifier(named("")))
                .contains("Nothing is found without /Name, which is part of the identifier");
        assertThat(TYPE.missingIdentifier(named(null))).isPresent();
        assertThat(TYPE.missingIdentifier(null)).isPresent();
    }

    private static Thing named(String name) {
        return Thing.builder().name(name).size(1).build();
    }
}
