package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Requests that name a resource by an association, an attachment, an address or a query are checked against that
 * resource. Which types: Service Authorization Reference for Amazon EC2 and CloudWatch Logs. UNVERIFIED: which of
 * several resources of an association are checked, if the type is not required.
 */
@EmulatorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndirectResourcesTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private @Nullable Estate estate;
    private int users;

    /** A dry run of an action, with all resource types that it needs permissions for. */
    record Row(String action, String types, BiConsumer<Ec2Client, Estate> call) {

        @Override
        public String toString() {
            return action + " on " + types;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row(
                        "DetachNetworkInterface",
                        "instance network-interface",
                        (ec2, e) -> ec2.detachNetworkInterface(
                                r -> r.dryRun(true).attachmentId(e.id("interface attachment")))),
                new Row(
                        "ModifyNetworkInterfaceAttribute",
                        "instance network-interface",
                        (ec2, e) -> ec2.modifyNetworkInterfaceAttribute(r -> r.dryRun(true)
                                .networkInterfaceId(e.id("network-interface"))
                                .attachment(a -> a.attachmentId(e.id("interface attachment"))
                                        .deleteOnTermination(true)))),
                // These two have no DryRun parameter.
                new Row(
                        "DisassociateSubnetCidrBlock",
                        "subnet",
                        (ec2, e) -> ec2.disassociateSubnetCidrBlock(r -> r.associationId(e.id("subnet block")))),
                new Row(
                        "DisassociateVpcCidrBlock",
                        "vpc",
                        (ec2, e) -> ec2.disassociateVpcCidrBlock(r -> r.associationId(e.id("vpc block")))),
                new Row(
                        "DisassociateRouteTable",
                        "route-table subnet",
                        (ec2, e) -> ec2.disassociateRouteTable(
                                r -> r.dryRun(true).associationId(e.id("table association")))),
                new Row(
                        "ReplaceRouteTableAssociation",
                        "route-table subnet",
                        (ec2, e) -> ec2.replaceRouteTableAssociation(r -> r.dryRun(true)
                                .routeTableId(e.id("route-table"))
                                .associationId(e.id("table association")))),
                new Row(
                        "ReplaceRouteTableAssociation",
                        "internet-gateway route-table",
                        (ec2, e) -> ec2.replaceRouteTableAssociation(r -> r.dryRun(true)
                                .routeTableId(e.id("route-table"))
                                .associationId(e.id("gateway association")))),
                new Row(
                        "ReplaceNetworkAclAssociation",
                        "network-acl subnet",
                        (ec2, e) -> ec2.replaceNetworkAclAssociation(r -> r.dryRun(true)
                                .networkAclId(e.id("network-acl"))
                                .associationId(e.id("acl association")))),
                new Row(
                        "DisassociateAddress",
                        "elastic-ip network-interface",
                        (ec2, e) -> ec2.disassociateAddress(
                                r -> r.dryRun(true).associationId(e.id("address association")))),
                new Row(
                        "DisassociateAddress",
                        "elastic-ip network-interface",
                        (ec2, e) -> ec2.disassociateAddress(r -> r.dryRun(true).publicIp(e.id("address itself")))),
                new Row(
                        "AssociateAddress",
                        "elastic-ip instance",
                        (ec2, e) -> ec2.associateAddress(r ->
                                r.dryRun(true).publicIp(e.id("address itself")).instanceId(e.id("instance")))),
                new Row(
                        "ReleaseAddress",
                        "elastic-ip",
                        (ec2, e) -> ec2.releaseAddress(r -> r.dryRun(true).publicIp(e.id("address itself")))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPolicyMustAllowEachOfTheResources(Row row) {
        List<String> types = List.of(row.types().split(" ", -1));
        for (String left : types) {
            List<String> others = new ArrayList<>(types);
            others.remove(left);
            others.add("vpc-flow-log");
            Expect.awsError("UnauthorizedOperation", () -> row.call().accept(user(row.action(), others, ""), estate()));
        }
        // The tags must be the resource's.
        Expect.awsError("UnauthorizedOperation", () -> row.call()
                .accept(user(row.action(), types, tagged("aws:ResourceTag", "no")), estate()));
        allowed(row, user(row.action(), types, tagged("aws:ResourceTag", "yes")));
        allowed(row, user(row.action(), types, tagged("ec2:ResourceTag", "yes")));
    }

    /**
     * AWS documentation: a named resource must be allowed even if it does not exist, and it has no ARN that a policy
     * can allow.
     */
    @Test
    void missingResourcesNeedAPermissionForAllResources() {
        Ec2Client one = user("DetachNetworkInterface", List.of("instance", "network-interface"), "");
        Expect.awsError(
                "UnauthorizedOperation",
                () -> one.detachNetworkInterface(r -> r.attachmentId("eni-attach-0123456789abcdef0")));
        Ec2Client all = aws.ec2(
                people.user(estate().account, "all" + users++, People.allowing("ec2:Detach*")), Region.US_EAST_1);
        Expect.awsError(
                "InvalidAttachmentID.NotFound",
                () -> all.detachNetworkInterface(r -> r.attachmentId("eni-attach-0123456789abcdef0")));
    }

    /** Security groups of the default VPC can be given by name. */
    @Test
    void aGroupIsFoundByItsName() {
        Ec2Client root = estate().ec2;
        String group = root.createSecurityGroup(r -> r.groupName("web").description("web"))
                .groupId();
        String arn = "arn:aws:ec2:us-east-1:" + estate().account + ":security-group/" + group;
        Ec2Client user = aws.ec2(
                people.user(estate().account, "web", People.allowing("ec2:DeleteSecurityGroup", arn)),
                Region.US_EAST_1);
        Expect.awsError("UnauthorizedOperation", () -> user.deleteSecurityGroup(r -> r.groupName("default")));
        user.deleteSecurityGroup(r -> r.groupName("web"));
    }

    /** StopQuery has no resource types, so a caller allowed to stop one query can stop any. */
    @Test
    void queriesAreCheckedAgainstTheirLogGroups() throws Exception {
        String account = estate().account;
        CloudWatchLogsClient root = estate().logs;
        for (String group : List.of("mine", "other")) {
            root.createLogGroup(r -> r.logGroupName(group));
            root.createLogStream(r -> r.logGroupName(group).logStreamName("s"));
            root.putLogEvents(
                    r -> r.logGroupName(group).logStreamName("s").logEvents(e -> e.timestamp(System.currentTimeMillis())
                            .message("hello")));
        }
        String group = "arn:aws:logs:us-east-1:" + account + ":log-group:mine:*";
        AwsCredentials user = people.user(account, "reader", People.allowing("logs:StartQuery,logs:Get*", group));
        CloudWatchLogsClient logs = aws.logs(user, Region.US_EAST_1);
        String mine = query(root, "mine");
        String other = query(root, "other");
        assertThat(pointer(root, mine)).isNotEmpty();
        logs.getQueryResults(r -> r.queryId(mine));
        Expect.awsError(
                "AccessDeniedException",
                "User: arn:aws:iam::" + account + ":user/reader is not authorized to perform: logs:GetQueryResults"
                        + " on resource: arn:aws:logs:us-east-1:" + account + ":log-group:other:log-stream:"
                        + " because no identity-based policy allows the logs:GetQueryResults action",
                () -> logs.getQueryResults(r -> r.queryId(other)));
        String own = pointer(root, mine);
        String others = pointer(root, other);
        assertThat(logs.getLogRecord(r -> r.logRecordPointer(own)).logRecord()).containsEntry("@message", "hello");
        Expect.awsError("AccessDeniedException", () -> logs.getLogRecord(r -> r.logRecordPointer(others)));
        people.allow(account, "reader", People.allowing("logs:StopQuery", group));
        Expect.awsError("AccessDeniedException", () -> logs.stopQuery(r -> r.queryId(mine)));
        people.allow(account, "reader", People.allowing("logs:StopQuery"));
        Expect.awsError("InvalidParameterException", () -> logs.stopQuery(r -> r.queryId(mine)));
    }

    private static String query(CloudWatchLogsClient logs, String group) {
        return logs.startQuery(r -> r.logGroupName(group)
                        .queryString("fields @ptr")
                        .startTime(0L)
                        .endTime(System.currentTimeMillis() / 1000 + 10))
                .queryId();
    }

    private static String pointer(CloudWatchLogsClient logs, String query) throws InterruptedException {
        GetQueryResultsResponse results = logs.getQueryResults(r -> r.queryId(query));
        while (results.statusAsString().equals("Running")
                || results.statusAsString().equals("Scheduled")) {
            Thread.onSpinWait();
            results = logs.getQueryResults(r -> r.queryId(query));
        }
        return results.results().get(0).stream()
                .filter(field -> field.field().equals("@ptr"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void allowed(Row row, Ec2Client user) {
        try {
            row.call().accept(user, estate());
            estate = null;
        } catch (AwsServiceException e) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
        }
    }

    private Estate estate() {
        Estate known = estate;
        if (known == null) {
            known = new Estate(aws);
            estate = known;
        }
        return known;
    }

    private Ec2Client user(String action, List<String> types, String condition) {
        String arns = types.stream()
                .map(type -> "\"" + estate().arn(type) + "\"")
                .toList()
                .toString();
        String policy = People.document(
                "{\"Effect\":\"Allow\",\"Action\":\"ec2:" + action + "\",\"Resource\":" + arns + condition + "}");
        return aws.ec2(people.user(estate().account, "user" + users++, policy), Region.US_EAST_1);
    }

    private static String tagged(String key, String value) {
        return ",\"Condition\":{\"StringEquals\":{\"" + key + "/" + Estate.TAG + "\":\"" + value + "\"}}";
    }
}
