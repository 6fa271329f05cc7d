package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A resource type: three plans and two reads. Building a plan makes no call, but for finding what is to be deleted;
 * conditions on the service's state belong inside the steps. Reading back after success, "not found" before update and delete, and the empty model after delete are the
 * runner's business.
 *
 * @param <M> the model generated from the type's schema
 */
public interface ResourceType<M> {

    /** As in the schema, such as {@code PaloAltoNetworks::CloudNGFW::RuleStack}. */
    String typeName();

    /** How long a create, update or delete may take in all, as in the schema. */
    Duration timeout();

    /** Everything wrong with a wanted model that the schema cannot say, found without a call. */
    List<Problem> problems(M desired);

    /** Names and shapes of older templates, and texts that may be any word for yes or no. */
    default Vocabulary vocabulary() {
        return Vocabulary.NONE;
    }

    /** The first step must refuse to touch a resource that exists, as a checkpoint. */
    List<Step> create(Operation<M> op);

    List<Step> update(Operation<M> op);

    List<Step> delete(Operation<M> op);

    /** Makes one cheap call; NOT_FOUND when the resource does not exist. */
    void requirePresent(Operation<M> op);

    /** The whole resource, found by the identifier alone; NOT_FOUND when it does not exist. No write-only values, no nulls. */
    M read(Operation<M> op);

    Page<M> list(Operation<M> op);

    /** The tags a model itself declares; stack-level ones are merged below them. */
    Map<String, String> tagsOf(M model);
}
