package com.paloaltonetworks.cloudngfw.simulator.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything the tenant holds: rulestacks and firewalls by region and name. */
public final class Tenant {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()));

    private final SortedMap<String, Rulestack> rulestacks = new TreeMap<>();
    private final SortedMap<String, Firewall> firewalls = new TreeMap<>();

    public Collection<Rulestack> rulestacks() {
        return List.copyOf(rulestacks.values());
    }

    public Collection<Firewall> firewalls() {
        return List.copyOf(firewalls.values());
    }

    public Optional<Rulestack> rulestack(String region, String name) {
        return Optional.ofNullable(rulestacks.get(key(region, name)));
    }

    public Optional<Firewall> firewall(String region, String name) {
        return Optional.ofNullable(firewalls.get(key(region, name)));
    }

    public void add(Rulestack rulestack) {
        rulestacks.put(key(rulestack.getRegion(), rulestack.getName()), rulestack);
    }

    public void add(Firewall firewall) {
        firewalls.put(key(firewall.getRegion(), firewall.getName()), firewall);
    }

    public void remove(Rulestack rulestack) {
        rulestacks.remove(key(rulestack.getRegion(), rulestack.getName()));
    }

    public void remove(Firewall firewall) {
        firewalls.remove(key(firewall.getRegion(), firewall.getName()));
    }

    /** The firewalls that use a rulestack as their local or global one. */
    public List<Firewall> firewallsOf(Rulestack rulestack) {
        return firewalls.values().stream()
                .filter(firewall -> firewall.getRegion().equals(rulestack.getRegion()))
                .filter(firewall -> rulestack.getName().equals(firewall.rulestack(rulestack.isGlobal())))
                .toList();
    }

    /** Writes the content into a saved state. */
    public void save(ObjectNode state) {
        state.set("Rulestacks", MAPPER.valueToTree(rulestacks()));
        state.set("Firewalls", MAPPER.valueToTree(firewalls()));
    }

    /** Takes over the content of a saved state. */
    public void load(JsonNode state) {
        try {
            for (JsonNode each : state.path("Rulestacks")) {
                Rulestack rulestack = MAPPER.treeToValue(each, Rulestack.class);
                if (rulestack == null || rulestack.getCandidate() == null) {
                    throw new IllegalArgumentException("a rulestack without a candidate");
                }
                add(rulestack);
            }
            for (JsonNode each : state.path("Firewalls")) {
                add(MAPPER.treeToValue(each, Firewall.class));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The saved state was not written by this simulator", e);
        }
    }

    private static String key(String region, String name) {
        return region + "/" + name;
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
