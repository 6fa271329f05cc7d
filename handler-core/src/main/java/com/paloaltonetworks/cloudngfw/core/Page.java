package com.paloaltonetworks.cloudngfw.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a listing: models with at least their identifiers, and the token of the next page if there is one. */
public record Page<M>(List<M> models, @Nullable String nextToken) {

    public Page {
        models = List.copyOf(models);
    }
}
