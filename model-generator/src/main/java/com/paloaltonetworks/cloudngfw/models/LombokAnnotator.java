package com.paloaltonetworks.cloudngfw.models;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JFieldVar;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.jsonschema2pojo.AbstractAnnotator;

/** Leaves accessors, builder and equality to Lombok, and the JSON names to the fields alone. */
public final class LombokAnnotator extends AbstractAnnotator {

    /** Called once for each class; accessors stay unseen, or Jackson would read {@code getVPCIds} as a second property. */
    @Override
    public void propertyOrder(JDefinedClass model, JsonNode properties) {
        model.annotate(Data.class);
        model.annotate(Builder.class).param("toBuilder", true);
        model.annotate(NoArgsConstructor.class);
        model.annotate(AllArgsConstructor.class);
        model.annotate(JsonAutoDetect.class)
                .param("fieldVisibility", Visibility.ANY)
                .param("getterVisibility", Visibility.NONE)
                .param("isGetterVisibility", Visibility.NONE)
                .param("setterVisibility", Visibility.NONE);
    }

    @Override
    public void propertyField(JFieldVar field, JDefinedClass model, String propertyName, JsonNode property) {
        field.mods().setPrivate();
        field.annotate(JsonProperty.class).param("value", propertyName);
    }
}
