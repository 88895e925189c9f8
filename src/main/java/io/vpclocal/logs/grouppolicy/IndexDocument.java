package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.LogsErrors;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document of an index policy: {@code {"Fields": ["RequestId"]}} (CloudWatch Logs API Reference, PutIndexPolicy).
 * UNVERIFIED: the messages.
 */
final class IndexDocument {

    private static final int FIELDS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private IndexDocument() {}

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} if the document is not valid */
    static List<String> fields(String document) {
        List<String> fields = new ArrayList<>();
        try {
            JsonNode list = JSON.readTree(document).path("Fields");
            if (!list.isArray() || list.isEmpty()) {
                throw LogsErrors.invalidParameter("Invalid index policy: it must have a list of Fields.");
            }
            for (JsonNode field : list) {
                if (!field.isString() || field.asString().isEmpty()) {
                    throw LogsErrors.invalidParameter("Invalid index policy: each of the Fields must be text.");
                }
                fields.add(field.asString());
            }
        } catch (JacksonException e) {
            throw LogsErrors.invalidParameter("Invalid policy document: it is not valid JSON");
        }
        if (fields.size() > FIELDS) {
            throw LogsErrors.invalidParameter("Policy document contains more than " + FIELDS + " fields.");
        }
        return fields;
    }
}
