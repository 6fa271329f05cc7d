package com.paloaltonetworks.cloudngfw.simulator.sts;

import com.paloaltonetworks.cloudngfw.simulator.Answer;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Answers of the query protocol: nested maps become nested elements. */
final class StsXml {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private StsXml() {}

    static Answer answer(String action, Map<String, Object> result) {
        String requestId = UUID.randomUUID().toString();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(action + "Result", result);
        content.put("ResponseMetadata", Map.of("RequestId", requestId));
        return answer(200, requestId, action + "Response", content);
    }

    static Answer error(StsError error) {
        String requestId = UUID.randomUUID().toString();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("Type", "Sender");
        detail.put("Code", error.getCode());
        detail.put("Message", error.getMessage());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("Error", detail);
        content.put("RequestId", requestId);
        return answer(error.getStatus(), requestId, "ErrorResponse", content);
    }

    private static Answer answer(int status, String requestId, String root, Map<String, Object> content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            write(xml, content);
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to a string does not fail", e);
        }
        return Answer.of(status, "text/xml", text.toString()).withHeader("x-amzn-RequestId", requestId);
    }

    private static void write(XMLStreamWriter xml, Map<?, ?> content) throws XMLStreamException {
        for (Map.Entry<?, ?> each : content.entrySet()) {
            xml.writeStartElement(each.getKey().toString());
            if (each.getValue() instanceof Map<?, ?> inner) {
                write(xml, inner);
            } else {
                xml.writeCharacters(each.getValue().toString());
            }
            xml.writeEndElement();
        }
    }
}
