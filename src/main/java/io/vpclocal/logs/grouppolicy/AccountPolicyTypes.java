package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.masking.ProtectionPolicy;
import io.vpclocal.protocol.CommonErrors;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final Pattern EXCLUDED_GROUPS = Pattern.compile("\\s*LogGroupName\\s+NOT\\s+IN\\b");
    private static final Pattern INCLUDED_GROUPS =
            Pattern.compile("\\s*(LogGroupNamePrefix|DataSourceName|DataSourceType)\\b");
    private static final String INVALID_CRITERIA = "Invalid selection criteria provided.";
    private static final String INVALID_TRANSFORMER = "Invalid json transformer config provided";
    private static final JsonMapper JSON = new JsonMapper();

    private AccountPolicyTypes() {}

    static int most(String type) {
        Integer most = MOST.get(type);
        if (most == null) {
            throw CommonErrors.notHere("account policies of the type " + type);
        }
        return most;
    }

    /** Recorded from AWS: the messages, and that the destination is checked before the criteria. */
    static void check(String account, String type, String document, @Nullable String criteria) {
        Constraints.length("policyDocument", document, 1, LONGEST);
        if (criteria != null) {
            Constraints.length("selectionCriteria", criteria, 1, LONGEST_CRITERIA);
        }
        switch (type) {
            case DATA_PROTECTION -> {
                if (criteria != null) {
                    throw LogsErrors.invalidParameter(
                            "SelectionCriteria is not yet supported for the " + type + " policy type.");
                }
                ProtectionPolicy.parse(document);
            }
            case SUBSCRIPTION_FILTER -> {
                checkFilter(account, document);
                requireCriteria(EXCLUDED_GROUPS, criteria, "The provided SelectionCriteria string is invalid.");
            }
            case FIELD_INDEX -> {
                IndexDocument.fields(document);
                requireCriteria(INCLUDED_GROUPS, criteria, INVALID_CRITERIA);
            }
            default -> {
                if (!json(document, INVALID_TRANSFORMER).isArray()) {
                    throw LogsErrors.invalidParameter(INVALID_TRANSFORMER);
                }
                requireCriteria(INCLUDED_GROUPS, criteria, INVALID_CRITERIA);
            }
        }
    }

    private static void checkFilter(String account, String document) {
        JsonNode filter = json(document, "Malformed Subscription filter policy");
        if (!filter.path("DestinationArn").isString()) {
            throw LogsErrors.invalidParameter("MissingDestinationArnfield in policy document");
        }
        // UNVERIFIED: the message.
        if (!filter.path("FilterPattern").isString()) {
            throw LogsErrors.invalidParameter("MissingFilterPatternfield in policy document");
        }
        String[] arn = filter.path("DestinationArn").asString().split(":", 6);
        if (arn.length == 6 && arn[2].equals("lambda") && !arn[4].equals(account)) {
            throw LogsErrors.crossAccountFunction();
        }
    }

    private static void requireCriteria(Pattern form, @Nullable String criteria, String message) {
        if (criteria != null && !form.matcher(criteria).lookingAt()) {
            throw LogsErrors.invalidParameter(message);
        }
    }

    private static JsonNode json(String document, String message) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw LogsErrors.invalidParameter(message);
        }
    }
}
