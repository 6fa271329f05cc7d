package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A template on disk. */
record TemplateFile(Path path) {

    /** @throws StackFailure when the file cannot be read */
    String text() {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw StackFailure.usage("ValidationError", "There is no template " + path);
        } catch (IOException e) {
            throw StackFailure.usage("ValidationError", "The template " + path + " cannot be read: " + e.getMessage());
        }
    }

    /** The name of a stack that was given none: the file's, as far as stack names allow. */
    String stackName() {
        String file = path.getFileName().toString();
        int dot = file.indexOf('.');
        String name = (dot > 0 ? file.substring(0, dot) : file).replaceAll("[^-a-zA-Z0-9]", "-");
        return name.matches("[a-zA-Z].*") ? name : "stack-" + name;
    }
}
