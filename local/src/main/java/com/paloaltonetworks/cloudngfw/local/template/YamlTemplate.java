package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Walks the nodes of a YAML template.
 *
 * <p>What stands without quotes is read by {@link BareScalar}, and remembered where that changes it.
 */
final class YamlTemplate {

    private static final String NO_ALIASES =
            "Template format error: YAML aliases are not allowed in CloudFormation templates";
    private static final Set<Tag> READABLE =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

    /** Tag to long form; the tags of transforms are here too, so that they are refused by their own name later. */
    private static final Set<String> FUNCTIONS = Set.of(
            "Base64",
            "Cidr",
            "FindInMap",
            "GetAtt",
            "GetAZs",
            "ImportValue",
            "Join",
            "Select",
            "Split",
            "Sub",
            "If",
            "Equals",
            "And",
            "Or",
            "Not",
            "Transform",
            "ForEach",
            "Length",
            "ToJsonString",
            "Contains",
            "EachMemberEquals",
            "EachMemberIn",
            "RefAll",
            "ValueOf",
            "ValueOfAll");

    private final List<Problem> problems;
    private final Map<String, BareScalar> changed;

    private YamlTemplate(List<Problem> problems, Map<String, BareScalar> changed) {
        this.problems = problems;
        this.changed = changed;
    }

    /** @param changed takes the scalars, by path, that are not what was written */
    static JsonNode read(String text, List<Problem> problems, Map<String, BareScalar> changed) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(TemplateReader.LONGEST_BYTES + 1);
        options.setNestingDepthLimit(TemplateReader.DEEPEST);
        try {
            refuseAliasesAndDepth(new Yaml(options).parse(new StringReader(text)));
            Node root = new Yaml(options).compose(new StringReader(text));
            return root == null ? NullNode.getInstance() : new YamlTemplate(problems, changed).convert(root, "");
        } catch (MarkedYAMLException e) {
            throw new TemplateRejected(Problem.error(
                    "", null, "Template format error: YAML not well-formed. " + where(e.getProblemMark()), hint(e)));
        } catch (YAMLException e) {
            throw new TemplateRejected(
                    Problem.error("", null, "Template format error: YAML not well-formed.", e.getMessage()));
        }
    }

    /** The parser itself knows no bound of depth, and slows down with it. */
    private static void refuseAliasesAndDepth(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > TemplateReader.DEEPEST) {
                throw new TemplateRejected(Problem.error(
                        "",
                        null,
                        "Template format error: YAML not well-formed. " + where(event.getStartMark()),
                        "it is nested more than " + TemplateReader.DEEPEST + " levels deep"));
            }
            if (event instanceof AliasEvent alias) {
                throw new TemplateRejected(Problem.error(
                        "", "*" + alias.getAnchor(), NO_ALIASES, "write the value out " + where(event.getStartMark())));
            }
        }
    }

    /** Two short forms on one value are no YAML at all; CloudFormation's guide asks for one long form instead. */
    private static String hint(MarkedYAMLException e) {
        boolean twoTags = e.getProblem() != null && e.getProblem().contains("found '<tag>'");
        return twoTags
                ? "a short form cannot hold a short form directly: write one of them as Fn::Name"
                : e.getProblem();
    }

    private static String where(Mark mark) {
        return mark == null ? "" : "(line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
    }

    private JsonNode convert(Node node, String path) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            return longForm(tag.substring(1), node, path);
        }
        if (!READABLE.contains(node.getTag())) {
            problems.add(Problem.error(
                    path,
                    tag,
                    "Template format error: unsupported YAML tag " + tag + " " + where(node.getStartMark()),
                    "remove the tag"));
        }
        return content(node, path);
    }

    private JsonNode content(Node node, String path) {
        if (node instanceof MappingNode mapping) {
            return object(mapping, path);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(item -> items.add(convert(item, Pointers.child(path, items.size()))));
            return items;
        }
        return scalar((ScalarNode) node, path);
    }

    private ObjectNode object(MappingNode mapping, String path) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple member : mapping.getValue()) {
            if (!(member.getKeyNode() instanceof ScalarNode key)) {
                problems.add(Problem.error(
                        path,
                        "Template format error: keys must be text "
                                + where(member.getKeyNode().getStartMark())));
                continue;
            }
            String name = key.getValue();
            String memberPath = Pointers.child(path, name);
            if (key.getTag().equals(Tag.MERGE)) {
                problems.add(Problem.error(memberPath, "<<", NO_ALIASES, "write the merged members out"));
            } else if (object.has(name)) {
                problems.add(Problem.error(
                        memberPath,
                        name,
                        "Template format error: duplicate key " + name + " " + where(key.getStartMark()),
                        "remove one of the two"));
            } else {
                object.set(name, convert(member.getValueNode(), memberPath));
            }
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node, String path) {
        String text = node.getValue();
        // YAML 1.1 has no number 089, but CloudFormation reads one.
        boolean word = node.getTag().equals(Tag.STR) && !text.matches("0[0-9]+");
        if (node.getScalarStyle() != ScalarStyle.PLAIN || word) {
            return TextNode.valueOf(text);
        }
        if (node.getTag().equals(Tag.NULL)) {
            return NullNode.getInstance();
        }
        BareScalar bare = new BareScalar(text);
        if (bare.reading().isPresent()) {
            changed.put(path, bare);
        }
        return bare.value();
    }

    private JsonNode longForm(String tag, Node node, String path) {
        boolean plainName = tag.equals("Ref") || tag.equals("Condition");
        if (!plainName && !FUNCTIONS.contains(tag)) {
            problems.add(Problem.error(
                    path,
                    "!" + tag,
                    "Template format error: unknown tag !" + tag + " " + where(node.getStartMark()),
                    "use one of CloudFormation's functions"));
            return TextNode.valueOf("");
        }
        String name = plainName ? tag : "Fn::" + tag;
        JsonNode argument = node instanceof ScalarNode scalar
                ? TextNode.valueOf(scalar.getValue())
                : content(node, Pointers.child(path, name));
        return JsonNodeFactory.instance
                .objectNode()
                .set(name, tag.equals("GetAtt") ? splitAttribute(argument) : argument);
    }

    /** {@code A.B.C} is attribute {@code B.C} of resource {@code A}. */
    static JsonNode splitAttribute(JsonNode argument) {
        int dot = argument.isTextual() ? argument.textValue().indexOf('.') : -1;
        if (dot < 0) {
            return argument;
        }
        return JsonNodeFactory.instance
                .arrayNode()
                .add(argument.textValue().substring(0, dot))
                .add(argument.textValue().substring(dot + 1));
    }
}
