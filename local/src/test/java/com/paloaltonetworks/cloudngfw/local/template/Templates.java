package com.paloaltonetworks.cloudngfw.local.template;

import java.util.Map;
import java.util.Optional;

/** Templates for tests, prepared with the fixed names of one stack. */
final class Templates {

    static final PseudoParameters FIXED = new PseudoParameters(
            "123456789012", "eu-west-1", "s", "arn:aws:cloudformation:eu-west-1:123456789012:stack/s/u");

    private Templates() {}

    static Template read(String text) {
        return TemplateFrame.check(TemplateReader.read(text));
    }

    static PreparedTemplate prepare(String text, Map<String, String> given) {
        Template template = read(text);
        return PreparedTemplate.of(
                template, Parameters.resolve(template.parameters(), given, Map.of(), name -> Optional.empty()), FIXED);
    }
}
