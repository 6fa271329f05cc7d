package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.List;

/** What bears tags; they are in force at once. */
public interface Tagged {

    List<Tag> tags();

    /** Adds tags, or gives those there a new value. */
    void addTags(List<Tag> added);

    void removeTags(List<String> keys);
}
