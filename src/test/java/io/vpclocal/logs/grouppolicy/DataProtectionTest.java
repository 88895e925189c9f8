package io.vpclocal.logs.grouppolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.logs.LogAccount;
import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.AccountPolicy;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/**
 * Masking by data protection policies (CloudWatch Logs User Guide, protect sensitive log data with masking). Our guess:
 * each masked character becomes an asterisk, and the error messages.
 */
@EmulatorTest
class DataProtectionTest extends LogsTestBase {

    private static final String PLAIN = "user jo@example.com from 10.1.2.3";
    private static final String MASKED = "user ************** from 10.1.2.3";

    @Autowired
    private People people;

    @BeforeEach
    void events() {
        account.group("g", "s");
        account.put("g", "s", LogAccount.event(System.currentTimeMillis(), PLAIN));
    }

    @Test
    void sensitiveDataIsMaskedWhereverEventsAreRead() throws Exception {
        String document = policy(managed("EmailAddress"), "");
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier("g").policyDocument(document));
        assertThat(account.messages(r -> r.logGroupName("g"))).containsExactly(MASKED);
        assertThat(account.messages(r -> r.logGroupName("g").unmask(true))).containsExactly(PLAIN);
        assertThat(logs.getLogEvents(r -> r.logGroupName("g").logStreamName("s"))
                        .events())
                .extracting(event -> event.message())
                .containsExactly(MASKED);
        assertThat(logs.getLogEvents(r -> r.logGroupName("g").logStreamName("s").unmask(true))
                        .events())
                .extracting(event -> event.message())
                .containsExactly(PLAIN);
        Map<String, String> row = query("fields @message");
        assertThat(row).containsEntry("@message", MASKED);
        String pointer = row.get("@ptr");
        assertThat(logs.getLogRecord(r -> r.logRecordPointer(pointer)).logRecord())
                .containsEntry("@message", MASKED);
        assertThat(logs.getLogRecord(r -> r.logRecordPointer(pointer).unmask(true))
                        .logRecord())
                .containsEntry("@message", PLAIN);

        assertThat(logs.getDataProtectionPolicy(r -> r.logGroupIdentifier("g")).policyDocument())
                .isEqualTo(document);
        logs.deleteDataProtectionPolicy(r -> r.logGroupIdentifier("g"));
        assertThat(account.messages(r -> r.logGroupName("g"))).containsExactly(PLAIN);
        assertThat(logs.getDataProtectionPolicy(r -> r.logGroupIdentifier("g")).policyDocument())
                .isNull();
    }

    /** Service Authorization Reference: logs:Unmask. */
    @Test
    void unmaskingNeedsItsOwnPermission() {
        logs.putDataProtectionPolicy(
                r -> r.logGroupIdentifier("g").policyDocument(policy(managed("EmailAddress"), "")));
        String account = this.account.scope.account();
        CloudWatchLogsClient reader =
                aws.logs(people.user(account, "reader", People.allowing("logs:FilterLogEvents")), Region.EU_WEST_1);
        assertThat(reader.filterLogEvents(r -> r.logGroupName("g")).events())
                .extracting(event -> event.message())
                .containsExactly(MASKED);
        Expect.awsError(
                "AccessDeniedException",
                () -> reader.filterLogEvents(r -> r.logGroupName("g").unmask(true)));
        CloudWatchLogsClient auditor = aws.logs(
                people.user(account, "auditor", People.allowing("logs:FilterLogEvents,logs:Unmask")), Region.EU_WEST_1);
        assertThat(auditor.filterLogEvents(r -> r.logGroupName("g").unmask(true))
                        .events())
                .extracting(event -> event.message())
                .containsExactly(PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EmailAddress | {\"mail\":\"a.b+c@example.co.uk\"} | {\"mail\":\"*******************\"}",
                "IpAddress | from 10.1.2.3 to 2001:db8::1 port 443 | from ******** to *********** port 443",
                "IpAddress | version 1.2.3.4.5 | version 1.2.3.4.5",
                "CreditCardNumber | card 4111 1111 1111 1111 ok | card ******************* ok",
                "CreditCardNumber | order 4111111111111112 | order 4111111111111112",
                "AwsSecretKey | aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | aws_secret_access_key=****************************************",
                "AwsSecretKey | sha1 wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | sha1 wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "Ssn-US | ssn: 123-45-6789 | ssn: ***********",
                "Ssn-US | id: 123-45-6789 | id: 123-45-6789",
                "PhoneNumber-US | phone (425) 555-0123 | phone **************",
                "PkcsPrivateKey | -----BEGIN PRIVATE KEY-----abc-----END PRIVATE KEY----- end | ******************************************************* end",
                "Name | Jo Doe | Jo Doe"
            })
    void managedIdentifiersAreFound(String identifier, String message, String expected) {
        account.group("m", "s");
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier("m").policyDocument(policy(managed(identifier), "")));
        account.put("m", "s", LogAccount.event(System.currentTimeMillis(), message));
        assertThat(account.messages(r -> r.logGroupName("m"))).containsExactly(expected);
    }

    @Test
    void aCustomIdentifierIsARegularExpression() {
        logs.putDataProtectionPolicy(
                r -> r.logGroupIdentifier("g")
                        .policyDocument(
                                policy(
                                        "\"Employee\"",
                                        ",\"Configuration\":{\"CustomDataIdentifier\":[{\"Name\":\"Employee\",\"Regex\":\"[a-z]+@\"}]}")));
        assertThat(account.messages(r -> r.logGroupName("g"))).containsExactly("user ***example.com from 10.1.2.3");
    }

    @Test
    void anAccountPolicyMasksEveryGroup() {
        String document = policy(managed("IpAddress"), "");
        AccountPolicy made = logs.putAccountPolicy(r ->
                        r.policyName("all").policyType("DATA_PROTECTION_POLICY").policyDocument(document))
                .accountPolicy();
        assertThat(made.scopeAsString()).isEqualTo("ALL");
        assertThat(made.accountId()).isEqualTo(account.scope.account());
        assertThat(account.messages(r -> r.logGroupName("g"))).containsExactly("user jo@example.com from ********");
        Expect.awsError(
                "LimitExceededException",
                () -> logs.putAccountPolicy(r -> r.policyName("second")
                        .policyType("DATA_PROTECTION_POLICY")
                        .policyDocument(document)));
        assertThat(logs.describeAccountPolicies(r -> r.policyType("DATA_PROTECTION_POLICY"))
                        .accountPolicies())
                .containsExactly(made);
        logs.deleteAccountPolicy(r -> r.policyName("all").policyType("DATA_PROTECTION_POLICY"));
        assertThat(account.messages(r -> r.logGroupName("g"))).containsExactly(PLAIN);
        Expect.awsError(
                "ResourceNotFoundException",
                () -> logs.deleteAccountPolicy(r -> r.policyName("all").policyType("DATA_PROTECTION_POLICY")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{\"Name\":\"p\",\"Version\":\"2012-10-17\",\"Statement\":[]}",
                "{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":[{\"DataIdentifier\":[\"Own\"],"
                        + "\"Operation\":{\"Audit\":{\"FindingsDestination\":{}}}}]}",
                "{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":[]}"
            })
    void invalidPoliciesAreRejected(String document) {
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.putDataProtectionPolicy(
                        r -> r.logGroupIdentifier("g").policyDocument(document)));
    }

    /** CloudWatch Logs API Reference: PutIndexPolicy, DescribeIndexPolicies, DescribeFieldIndexes. */
    @Test
    void aGroupsIndexPolicyReplacesThatOfTheAccount() {
        logs.putAccountPolicy(r -> r.policyName("indexes")
                .policyType("FIELD_INDEX_POLICY")
                .policyDocument("{\"Fields\":[\"requestId\"]}"));
        assertThat(logs.describeIndexPolicies(r -> r.logGroupIdentifiers("g")).indexPolicies())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.sourceAsString()).isEqualTo("ACCOUNT");
                    assertThat(policy.policyName()).isEqualTo("indexes");
                });
        logs.putIndexPolicy(r -> r.logGroupIdentifier("g").policyDocument("{\"Fields\":[\"user\",\"code\"]}"));
        assertThat(logs.describeIndexPolicies(r -> r.logGroupIdentifiers("g")).indexPolicies())
                .extracting(policy -> policy.sourceAsString(), policy -> policy.policyName())
                .containsExactly(tuple("LOG_GROUP", null));
        assertThat(logs.describeFieldIndexes(r -> r.logGroupIdentifiers("g")).fieldIndexes())
                .extracting(index -> index.fieldIndexName())
                .containsExactly("user", "code");
        logs.deleteIndexPolicy(r -> r.logGroupIdentifier("g"));
        Expect.awsError("ResourceNotFoundException", () -> logs.deleteIndexPolicy(r -> r.logGroupIdentifier("g")));
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.putIndexPolicy(r -> r.logGroupIdentifier("g").policyDocument("{}")));
        logs.deleteLogGroup(r -> r.logGroupName("g"));
    }

    private Map<String, String> query(String text) throws Exception {
        String id = logs.startQuery(r -> r.logGroupName("g")
                        .startTime(0L)
                        .endTime(System.currentTimeMillis() / 1000 + 60)
                        .queryString(text))
                .queryId();
        GetQueryResultsResponse results = logs.getQueryResults(r -> r.queryId(id));
        while (!results.statusAsString().equals("Complete")) {
            Thread.onSpinWait();
            results = logs.getQueryResults(r -> r.queryId(id));
        }
        List<ResultField> row = results.results().get(0);
        return row.stream().collect(Collectors.toMap(ResultField::field, ResultField::value));
    }

    private static String managed(String name) {
        return "\"arn:aws:dataprotection::aws:data-identifier/" + name + "\"";
    }

    private static String policy(String identifier, String more) {
        String statement = "{\"Sid\":\"%s\",\"DataIdentifier\":[" + identifier + "],\"Operation\":{%s}}";
        return "{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":["
                + statement.formatted("audit", "\"Audit\":{\"FindingsDestination\":{}}") + ","
                + statement.formatted("mask", "\"Deidentify\":{\"MaskConfig\":{}}") + "]" + more + "}";
    }
}
