package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the text of a template into JSON, as CloudFormation does: JSON or YAML 1.1, short tags in their long form, no
 * aliases, no merge keys, no null.
 */
public final class TemplateReader {

    /** The bound for a template passed as an S3 object, the larger of CloudFormation's two. */
    public static final int LONGEST_BYTES = 1_000_000;

    /** What a template given as text may have; a longer one goes through an S3 bucket. */
    static final int LONGEST_INLINE = 51_200;

    /** Guess: CloudFormation publishes no bound, and no template of people comes near. */
    static final int DEEPEST = 200;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TemplateReader() {}

    /**
     * A template as far as it can be read.
     *
     * @param changed bare scalars of YAML, by path, that are not what was written
     */
    public record Reading(ObjectNode document, List<Problem> problems, Map<String, BareScalar> changed) {}

    /** @throws TemplateRejected naming every problem of form that was found */
    public static ObjectNode read(String text) {
        Reading reading = survey(text);
        TemplateRejected.throwIfAny(reading.problems());
        return reading.document();
    }

    /** As {@link #read}, but problems of form that leave something to read do not end it. */
    public static Reading survey(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_BYTES) {
            throw tooLong();
        }
        List<Problem> problems = new ArrayList<>();
        if (length > LONGEST_INLINE) {
            problems.add(Problem.warning(
                    "", null, "A template of more than " + LONGEST_INLINE + " bytes must be put into an S3 bucket"));
        }
        Map<String, BareScalar> changed = new LinkedHashMap<>();
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        JsonNode root =
                plain.stripLeading().startsWith("{") ? json(plain) : YamlTemplate.read(plain, problems, changed);
        if (!(root instanceof ObjectNode template)) {
            TemplateRejected.throwIfAny(problems);
            throw new TemplateRejected(Problem.error("", "Template format error: unsupported structure."));
        }
        refuseOddValues(template, "", problems);
        return new Reading(template, problems, changed);
    }

    /** AWS's words for a template beyond {@link #LONGEST_BYTES}. */
    public static TemplateRejected tooLong() {
        return new TemplateRejected(Problem.error("", "Template may not exceed " + LONGEST_BYTES + " bytes in size."));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new TemplateRejected(Problem.error(
                    "", null, "Template format error: JSON not well-formed." + where, e.getOriginalMessage()));
        } catch (NumberFormatException e) { // Jackson lets those of an exponent beyond all bounds through
            throw new TemplateRejected(
                    Problem.error("", null, "Template format error: JSON not well-formed.", "a number is too large"));
        }
    }

    private static void refuseOddValues(JsonNode node, String path, List<Problem> problems) {
        if (node.isNull()) {
            problems.add(Problem.error(
                    path, null, "[" + path + "] 'null' values are not allowed in templates", "remove the key"));
        }
        if (node.isBigDecimal() && !Decimal.isHandy(node.decimalValue())) {
            problems.add(Problem.error(
                    path,
                    node.asText(),
                    "Template format error: the number " + node.asText() + " has more than " + Decimal.MOST_DIGITS
                            + " digits",
                    "quote it"));
        }
        node.properties()
                .forEach(member -> refuseOddValues(member.getValue(), Pointers.child(path, member.getKey()), problems));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseOddValues(node.get(i), Pointers.child(path, i), problems);
        }
    }
}
