package io.vpclocal.identity.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document with valid structure whose contents are not validated yet. Lists of missing elements are null. */
record RawPolicy(@Nullable String version, @Nullable String id, List<Statement> statements) {

    static final String VERSION_2012 = "2012-10-17";

    boolean hasVariables() {
        return VERSION_2012.equals(version);
    }

    /**
     * One statement with the offsets of its braces: {@code start} before the first, {@code end} after the last.
     *
     * @param reported the offset at which AWS reports that the statement begins
     */
    record Statement(
            JsonNode.@Nullable Text sid,
            JsonNode.Text effect,
            @Nullable List<JsonNode.Text> actions,
            @Nullable List<JsonNode.Text> notActions,
            @Nullable List<JsonNode.Text> resources,
            @Nullable List<JsonNode.Text> notResources,
            @Nullable List<Principal> principals,
            @Nullable List<Principal> notPrincipals,
            List<Test> conditions,
            int start,
            int end,
            int reported) {}

    /**
     * A principal of the given type.
     *
     * @param bare true for {@code "Principal": "*"}, which is of the type AWS
     */
    record Principal(String type, JsonNode.Text value, boolean bare) {}

    /** A key of a Condition element under its operator. */
    record Test(String operatorName, ConditionOperator operator, String key, List<JsonNode> values) {

        List<String> texts() {
            return values.stream().map(PolicyReader::textOf).toList();
        }
    }
}
