package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.local.stack.StackEngine.Wish;
import com.paloaltonetworks.cloudngfw.local.template.DynamicReferences;
import com.paloaltonetworks.cloudngfw.local.template.Parameters;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.PseudoParameters;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateFrame;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import com.paloaltonetworks.cloudngfw.local.type.ModelChecks;
import com.paloaltonetworks.cloudngfw.local.type.ThirdPartyType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stack with the engine over a {@link MemoryService}. */
final class LocalStack implements Environment {

    final MemoryService service = new MemoryService();
    final Stack stack =
            new Stack("s", "arn:aws:cloudformation:us-east-1:123456789012:stack/s/u", "123456789012", "us-east-1");
    final List<Stack> siblings = new ArrayList<>();
    private final StackEngine engine;
    private Map<String, String> tags = Map.of();
    private boolean disableRollback;

    LocalStack(long seed, String moreSchema) {
        VirtualScheduler scheduler = new VirtualScheduler(seed, Instant.parse("2026-01-01T00:00:00Z"));
        ResourceExecutor executor = new ResourceExecutor(
                MemoryService.schema(moreSchema), () -> service, scheduler, ExecutorSettings.STANDARD);
        TypeRegistry types = new TypeRegistry(List.of(new ThirdPartyType(executor, ModelChecks.NONE)));
        engine = new StackEngine(types, scheduler, new StackListener() {
            @Override
            public void happened(Stack changed, StackEvent event) {
                // the stack keeps its events
            }

            @Override
            public void progressed(String logicalId, String message) {
                // nobody watches
            }
        });
    }

    LocalStack tagged(Map<String, String> wanted) {
        tags = wanted;
        return this;
    }

    LocalStack withoutRollback() {
        disableRollback = true;
        return this;
    }

    /** Creates the stack at first, updates it later; false when there was nothing to do. */
    boolean deploy(String resources) {
        PreparedTemplate prepared = prepare(resources);
        Wish wish = new Wish(tags, disableRollback);
        if (stack.getEvents().isEmpty()) {
            engine.create(stack, prepared, wish, this);
            return true;
        }
        return engine.update(stack, prepared, wish, this);
    }

    private PreparedTemplate prepare(String text) {
        String document = text.contains("Resources:") ? text : "Resources:\n" + text.indent(2);
        Template template = TemplateFrame.check(TemplateReader.read(document.replace("Thing", MemoryService.TYPE)));
        return PreparedTemplate.of(
                template,
                Parameters.resolve(template.parameters(), Map.of(), stack.getParameters(), name -> Optional.empty()),
                new PseudoParameters(stack.getAccount(), stack.getRegion(), stack.getStackName(), stack.getStackId()));
    }

    void delete() {
        engine.delete(stack, this);
    }

    DriftReport drift() {
        return engine.drift(stack, this);
    }

    /** {@code A CREATE_COMPLETE}, oldest first. */
    List<String> events() {
        return stack.getEvents().stream()
                .map(event -> event.logicalId() + " " + event.status())
                .toList();
    }

    /** Events since there were this many. */
    List<String> eventsSince(int count) {
        return events().subList(count, events().size());
    }

    @Override
    public JsonNode credentials(String typeName) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("accessKeyId", "a")
                .put("secretAccessKey", "b")
                .put("sessionToken", "c");
    }

    @Override
    public JsonNode typeConfiguration(String typeName) {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public Collection<Stack> siblings() {
        return siblings;
    }

    @Override
    public DynamicReferences.Values dynamicValues() {
        return new DynamicReferences.Values() {
            @Override
            public String ssm(String name, String path) {
                return "value of " + name;
            }

            @Override
            public String secret(String id, String key, String path) {
                return "secret of " + id;
            }
        };
    }

    @Override
    public void save() {
        // nothing outlives a test
    }
}
