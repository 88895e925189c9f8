package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.masking.ProtectionPolicy;
import io.vpclocal.protocol.CommonErrors;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What policies of each type may be (CloudWatch Logs API Reference, PutAccountPolicy). UNVERIFIED: the messages. */
final class AccountPolicyTypes {

    static final String DATA_PROTECTION = "DATA_PROTECTION_POLICY";
    static final String SUBSCRIPTION_FILTER = "SUBSCRIPTION_FILTER_POLICY";
    static final String FIELD_INDEX = "FIELD_INDEX_POLICY";
    static final String TRANSFORMER = "TRANSFORMER_POLICY";

    /** How many policies of a type an account can have. */
    private static final Map<String, Integer> MOST =
            Map.of(DATA_PROTECTION, 1, SUBSCRIPTION_FILTER, 1, FIELD_INDEX, 20, TRANSFORMER, 20);

    private static final int LONGEST = 30_720;
    private static final int LONGEST_CRITERIA = 25_000;
    private static final JsonMapper JSON = new JsonMapper();

    private AccountPolicyTypes() {}

    static int most(String type) {
        Integer most = MOST.get(type);
        if (most == null) {
            throw CommonErrors.notHere("account policies of the type " + type);
        }
        return most;
    }

    static void check(String type, String document, @Nullable String criteria) {
        Constraints.length("policyDocument", document, 1, LONGEST);
        if (criteria != null) {
            if (type.equals(DATA_PROTECTION)) {
                throw LogsErrors.invalidParameter("selectionCriteria cannot be used with the type " + type + ".");
            }
            Constraints.length("selectionCriteria", criteria, 1, LONGEST_CRITERIA);
        }
        switch (type) {
            case DATA_PROTECTION -> ProtectionPolicy.parse(document);
            case FIELD_INDEX -> IndexDocument.fields(document);
            case SUBSCRIPTION_FILTER -> {
                JsonNode filter = json(document);
                if (!filter.path("DestinationArn").isString()
                        || !filter.path("FilterPattern").isString()) {
                    throw LogsErrors.invalidParameter(
                            "Invalid subscription filter policy: it must have DestinationArn and FilterPattern.");
                }
            }
            default -> {
                if (!json(document).isArray()) {
                    throw LogsErrors.invalidParameter("Invalid transformer policy: it must be a list of processors.");
                }
            }
        }
    }

    private static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw LogsErrors.invalidParameter("Invalid policy document: it is not valid JSON");
        }
    }
}
