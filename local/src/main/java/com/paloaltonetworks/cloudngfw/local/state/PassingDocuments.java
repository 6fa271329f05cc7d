package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Other documents with changes that are kept in memory only: those underneath stay as they are. */
final class PassingDocuments implements Documents {

    private final Documents underneath;
    /** What was written here, by path; empty for what was deleted. */
    private final Map<Path, Optional<JsonNode>> changes = new ConcurrentHashMap<>();

    PassingDocuments(Documents underneath) {
        this.underneath = underneath;
    }

    @Override
    public Optional<JsonNode> read(Path path) {
        Optional<JsonNode> changed = changes.get(path);
        return changed == null ? underneath.read(path) : changed.map(JsonNode::deepCopy);
    }

    @Override
    public void write(Path path, JsonNode document) {
        changes.put(path, Optional.of(document.deepCopy()));
    }

    @Override
    public void delete(Path path) {
        changes.put(path, Optional.empty());
    }

    @Override
    public List<Path> below(Path folder) {
        return Stream.concat(underneath.below(folder).stream(), changes.keySet().stream())
                .filter(path -> path.startsWith(folder))
                .filter(path -> !Optional.empty().equals(changes.get(path)))
                .distinct()
                .sorted(Comparator.comparing(Path::toString))
                .toList();
    }
}
