package io.vpclocal.logs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/** AWS documentation, API reference. UNVERIFIED: the texts of errors. */
@EmulatorTest
class LogResourcePolicyTest extends LogsTestBase {

    private static final String DOCUMENT = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    @Test
    void policiesOfTheAccount() {
        put("b");
        put("a");
        ResourcePolicy again = logs.putResourcePolicy(
                        r -> r.policyName("a").policyDocument(DOCUMENT.replace("[]", "[{}]")))
                .resourcePolicy();
        assertThat(again.policyScopeAsString()).isEqualTo("ACCOUNT");
        String token = logs.describeResourcePolicies(r -> r.limit(1)).nextToken();
        assertThat(logs.describeResourcePolicies(r -> r.limit(1).nextToken(token))
                        .resourcePolicies())
                .extracting(ResourcePolicy::policyName)
                .containsExactly("b");
        logs.deleteResourcePolicy(r -> r.policyName("a"));
        assertThat(logs.describeResourcePolicies(r -> {}).resourcePolicies())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.policyDocument()).isEqualTo(DOCUMENT);
                    assertThat(policy.lastUpdatedTime()).isPositive();
                });
    }

    /** Recorded from AWS: the answer to the call has the document as sent; descriptions have it in its normal form. */
    @Test
    void aDocumentIsNormalizedWhenItIsDescribed() {
        String sent = "{\"Statement\":[{\"Action\":\"logs:*\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                + "[\"route53.amazonaws.com\"]},\"Resource\":\"*\"}]}";
        assertThat(logs.putResourcePolicy(r -> r.policyName("a").policyDocument(sent))
                        .resourcePolicy()
                        .policyDocument())
                .isEqualTo(sent);
        assertThat(logs.describeResourcePolicies(r -> {}).resourcePolicies())
                .singleElement()
                .satisfies(policy -> assertThat(policy.policyDocument())
                        .contains("\"Version\":\"2008-10-17\"")
                        .contains("\"Service\":\"route53.amazonaws.com\""));
    }

    @Test
    void aPolicyOfALogGroupHasRevisions() {
        account.group("g");
        String arn = account.scope.arn("logs", "log-group:g");
        String first = logs.putResourcePolicy(
                        r -> r.resourceArn(arn).policyName("p").policyDocument(DOCUMENT))
                .revisionId();
        String second = logs.putResourcePolicy(r -> r.resourceArn(arn)
                        .policyName("p")
                        .policyDocument(DOCUMENT)
                        .expectedRevisionId(first))
                .revisionId();
        assertThat(second).isNotEqualTo(first);
        Expect.awsError(
                "OperationAbortedException",
                () -> logs.putResourcePolicy(r -> r.resourceArn(arn)
                        .policyName("p")
                        .policyDocument(DOCUMENT)
                        .expectedRevisionId(first)));
        assertThat(logs.describeResourcePolicies(r -> r.resourceArn(arn)).resourcePolicies())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.policyScopeAsString()).isEqualTo("RESOURCE");
                    assertThat(policy.resourceArn()).isEqualTo(arn);
                });
        assertThat(logs.describeResourcePolicies(r -> {}).resourcePolicies()).isEmpty();
    }

    /**
     * Recorded: the version is added, and a list of one element becomes the element. UNVERIFIED: the rest of the form.
     */
    @Test
    void documentsAreNormalised() {
        logs.putResourcePolicy(r -> r.policyName("p")
                .policyDocument("{ \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": [\"a\"]},"
                        + " \"Action\": [\"logs:PutLogEvents\"], \"Resource\": [\"a\", \"b\"]}]}"));
        assertThat(logs.describeResourcePolicies(r -> {})
                        .resourcePolicies()
                        .get(0)
                        .policyDocument())
                .isEqualTo("{\"Version\":\"2008-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Service\":\"a\"},\"Action\":\"logs:PutLogEvents\",\"Resource\":[\"a\",\"b\"]}]}");
    }

    /** Users report the error for a service that is given as an AWS principal. UNVERIFIED: the other rows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "delivery.logs.amazonaws.com" | false
            ["123456789012", "ana"] | false
            "*" | true
            ["123456789012", "arn:aws:iam::123456789012:role/r", "AIDAIAKM2IUZB4CV6NFGO"] | true
            """)
    void principals(String principals, boolean stored) {
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + principals + "},\"Action\":\"logs:PutLogEvents\",\"Resource\":\"*\"}]}";
        Runnable put = () -> logs.putResourcePolicy(r -> r.policyName("p").policyDocument(document));
        if (stored) {
            put.run();
        } else {
            Expect.awsError("InvalidParameterException", "Could not convert to persistable policy.", put::run);
        }
    }

    @Test
    void errors() {
        // Recorded.
        Expect.awsError(
                "ResourceNotFoundException",
                "Policy with name [none] does not exist.",
                () -> logs.deleteResourcePolicy(r -> r.policyName("none")));
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.putResourcePolicy(r -> r.policyName("p").policyDocument("not json")));
        Expect.awsError(
                "LimitExceededException",
                () -> logs.putResourcePolicy(
                        r -> r.policyName("p").policyDocument("{\"x\":\"" + "x".repeat(5120) + "\"}")));
        Expect.awsError(
                "ResourceNotFoundException",
                () -> logs.putResourcePolicy(r -> r.resourceArn(account.scope.arn("logs", "log-group:none"))
                        .policyDocument(DOCUMENT)));
        for (int i = 0; i < 10; i++) {
            put("p" + i);
        }
        Expect.awsError("LimitExceededException", "Resource limit exceeded.", () -> put("p10"));
    }

    private void put(String name) {
        logs.putResourcePolicy(r -> r.policyName(name).policyDocument(DOCUMENT));
    }
}
