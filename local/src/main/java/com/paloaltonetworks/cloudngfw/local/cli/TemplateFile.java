package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import com.paloaltonetworks.cloudngfw.local.template.TextFile;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A template on disk. */
record TemplateFile(Path path) {

    /** @throws StackFailure when the file cannot be read */
    String text() {
        try {
            return new TextFile(path).read(TemplateReader.LONGEST_BYTES);
        } catch (NoSuchFileException e) {
            throw StackFailure.usage("ValidationError", "There is no template " + path);
        } catch (TextFile.Unreadable e) {
            if (e.isTooLong()) {
                throw TemplateReader.tooLong();
            }
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
