package com.paloaltonetworks.cloudngfw.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the JSON documents of a state folder are read from and written to. */
interface Documents {

    Optional<JsonNode> read(Path path);

    void write(Path path, JsonNode document);

    void delete(Path path);

    /** The documents in a folder and in those below it, in the order of their paths; none when there is no such folder. */
    List<Path> below(Path folder);
}
