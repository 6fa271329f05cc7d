package com.paloaltonetworks.cloudngfw.local.cloud;

import com.paloaltonetworks.cloudngfw.core.check.FlowStyle;
import com.paloaltonetworks.cloudngfw.local.template.BareScalar;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.type.ResourceType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words without quotes that YAML reads as something else: the remedy of a problem they lead to, otherwise a warning. */
final class BareWords {

    private static final Pattern PROPERTY = Pattern.compile("/Resources/(?<resource>[^/]+)/Properties(?<rest>/.*)");
    private static final Pattern BRANCH = Pattern.compile("/Fn::If/[12]");
    /** Places outside Resources where a text is compared or handed on. */
    private static final Pattern TEXT = Pattern.compile(
            "/Parameters/[^/]+/(Default|AllowedValues/\\d+)|/Mappings/.+|/Conditions/.+|/Outputs/[^/]+/(Value|Export).*");
    /** Functions whose arguments may be numbers. */
    private static final Pattern NUMBERS = Pattern.compile(".*/Fn::(Select|Cidr)/.*");

    private final Map<String, BareScalar> changed;
    private final Template template;
    private final TypeRegistry types;

    /** @param changed by path in the template */
    BareWords(Map<String, BareScalar> changed, Template template, TypeRegistry types) {
        this.changed = changed;
        this.template = template;
        this.types = types;
    }

    /** The problems, mended where a bare word stands, and a warning for each other bare word that wanted to be a text. */
    List<Problem> explain(List<Problem> problems) {
        Map<String, BareScalar> harmless = new LinkedHashMap<>(changed);
        List<Problem> explained = new ArrayList<>();
        for (Problem problem : problems) {
            BareScalar bare = changed.get(problem.path());
            harmless.remove(problem.path());
            explained.add(bare == null ? problem : problem.with(problem.path(), problem.message(), remedy(bare)));
        }
        harmless.forEach((path, bare) -> {
            if (wantsText(path)) {
                explained.add(Problem.warning(path, bare.value().asText(), message(bare))
                        .with(path, message(bare), "quote it: " + FlowStyle.quoted(bare.text())));
            }
        });
        return explained;
    }

    private static String message(BareScalar bare) {
        return "YAML reads the bare " + bare.text() + " as " + bare.reading().orElseThrow();
    }

    private static String remedy(BareScalar bare) {
        return message(bare) + ": quote it, " + FlowStyle.quoted(bare.text());
    }

    private boolean wantsText(String path) {
        Matcher property = PROPERTY.matcher(path);
        if (!property.matches()) {
            return TEXT.matcher(path).matches() && !isNumber(path);
        }
        Template.Resource resource = template.resources().get(property.group("resource"));
        if (resource == null || !types.has(resource.type())) {
            return false;
        }
        String place = BRANCH.matcher(property.group("rest")).replaceAll("");
        ResourceType type = types.type(resource.type());
        return place.contains("/Fn::") ? !NUMBERS.matcher(place).matches() : type.wantsText(place);
    }

    private boolean isNumber(String path) {
        boolean parameter = template.parameters().values().stream()
                .anyMatch(each ->
                        path.startsWith(each.path() + "/") && each.type().contains("Number"));
        return parameter || NUMBERS.matcher(path).matches();
    }
}
