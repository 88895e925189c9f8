package io.vpclocal.inventory;

import static io.vpclocal.testing.Expect.awsError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Lists of resources that the emulator does not have. */
@EmulatorTest
class EmptyListsTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    @Autowired
    private ActionRegistry registry;

    private EmptyListCalls calls;

    @BeforeEach
    void calls() {
        calls = new EmptyListCalls(aws);
    }

    private Stream<ActionDefinition> actions() {
        return Arrays.stream(AwsService.values()).flatMap(service -> registry.further(service).stream());
    }

    @Test
    void everyActionAnswersItsListsEmptyAndNoFurtherPage() {
        String account = Aws.newAccount();
        List<String> wrong = new ArrayList<>();
        List<ActionDefinition> actions = actions().toList();
        for (ActionDefinition action : actions) {
            SdkPojo answer = calls.call(action, Aws.root(account), Map.of());
            for (SdkField<?> field : answer.sdkFields()) {
                Object value = field.getValueOrDefault(answer);
                boolean none = value == null || value.equals(List.of()) || value.equals(false);
                if (!none || field.marshallingType() == MarshallingType.LIST && value == null) {
                    wrong.add(action.name() + " " + field.memberName() + " " + value);
                }
            }
        }
        assertThat(actions).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    /** Python programs read a list that is absent as a missing key. */
    @ParameterizedTest
    @CsvSource({
        "ec2/DescribeTransitGatewayConnects, '{\"TransitGatewayConnects\":[]}'",
        "ec2/DescribeHosts, '{\"Hosts\":[]}'",
        "elasticloadbalancing/DescribeTrustStores, '{\"TrustStores\":[]}'",
        "logs/ListScheduledQueries, '{\"scheduledQueries\":[]}'"
    })
    void listsArePresent(String action, String answer) throws Exception {
        assertThat(RawHttp.send(RawHttp.request(aws.endpoint(), "/" + action)
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic dGVzdDp0ZXN0")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .body()
                        .replaceAll("\\s", ""))
                .isEqualTo(answer);
    }

    /** AWS documentation: a new user may do nothing. */
    @Test
    void everyActionNeedsItsPermission() {
        AwsCredentials user = people.user(Aws.newAccount(), "ana");
        assertThat(actions().map(action -> {
                    AwsServiceException denial =
                            catchThrowableOfType(AwsServiceException.class, () -> calls.call(action, user, Map.of()));
                    String text = denial == null
                            ? "allowed"
                            : denial.awsErrorDetails().errorMessage();
                    String permission = action.service().signingName() + ":" + action.name();
                    return text.contains("is not authorized to perform: " + permission) ? "" : permission + ": " + text;
                }))
                .containsOnly("");
    }

    @Test
    void aPolicyAllowsOne() {
        AwsCredentials user = people.user(
                Aws.newAccount(), "ana", People.allowing("ec2:DescribeTransitGatewayConnects,ec2:DescribeHosts"));
        Ec2Client ec2 = aws.ec2(user, Region.US_EAST_1);
        assertThat(ec2.describeTransitGatewayConnects(r -> {}).transitGatewayConnects())
                .isEmpty();
        awsError("DryRunOperation", () -> ec2.describeTransitGatewayConnects(r -> r.dryRun(true)));
        awsError("UnauthorizedOperation", () -> ec2.describeIpams(r -> r.dryRun(true)));
    }

    /** Codes: the AWS provider of Terraform and EC2's page of error codes. Texts: the first recorded, others our guess. */
    @ParameterizedTest
    @CsvSource({
        "DescribeTransitGatewayConnects, TransitGatewayAttachmentIds, tgw-attach-0123456789abcdef0,"
                + " InvalidTransitGatewayAttachmentID.NotFound,"
                + " Transit Gateway Attachment tgw-attach-0123456789abcdef0 was deleted or does not exist.",
        "DescribeTransitGatewayConnects, TransitGatewayAttachmentIds, tgw-1,"
                + " InvalidTransitGatewayAttachmentID.Malformed,"
                + " 'Invalid id: \"tgw-1\" (expecting \"tgw-attach-...\")'",
        "DescribeHosts, HostIds, h-0123456789abcdef0, InvalidHostID.NotFound,"
                + " The host ID 'h-0123456789abcdef0' does not exist",
        "DescribeSnapshots, SnapshotIds, snap-0123456789abcdef0, InvalidSnapshot.NotFound,"
                + " The snapshot 'snap-0123456789abcdef0' does not exist.",
        "DescribeSnapshots, SnapshotIds, snap-x, InvalidSnapshotID.Malformed,"
                + " 'Invalid id: \"snap-x\" (expecting \"snap-...\")'",
        "DescribeIpams, IpamIds, ipam-0123456789abcdef0, InvalidIpamId.NotFound,"
                + " The IPAM ID 'ipam-0123456789abcdef0' does not exist",
        "DescribeVerifiedAccessGroups, VerifiedAccessInstanceId, vai-0123456789abcdef0,"
                + " InvalidVerifiedAccessInstanceId.NotFound,"
                + " The Verified Access instance ID 'vai-0123456789abcdef0' does not exist",
        "DescribeClientVpnEndpoints, ClientVpnEndpointIds, cvpn-endpoint-0123456789abcdef0,"
                + " InvalidClientVpnEndpointId.NotFound, Endpoint cvpn-endpoint-0123456789abcdef0 does not exist",
    })
    void namedResourcesDoNotExist(String action, String member, String id, String code, String text) {
        ActionDefinition definition = registry.find(AwsService.EC2, action).orElseThrow();
        awsError(code, text, () -> calls.call(definition, root(), Map.of(member, id)));
    }

    /** Every id of the table has an error, and a dry run returns it too, as AWS does for ids. */
    @Test
    void everyParameterOfTheTableIsRefused() {
        AwsCredentials root = root();
        EmptyListTable table = EmptyListTable.read();
        assertThat(actions()
                        .flatMap(action ->
                                Objects.requireNonNull(
                                                table.of(action.service()).get(action.name()))
                                        .ids()
                                        .stream()
                                        .map(named -> {
                                            String id = named.kind() == null
                                                    ? "nobody"
                                                    : named.kind().prefix() + "-0123456789abcdef0";
                                            AwsServiceException error = catchThrowableOfType(
                                                    AwsServiceException.class,
                                                    () -> calls.call(action, root, Map.of(named.member(), id)));
                                            String code = error == null
                                                    ? "accepted"
                                                    : error.awsErrorDetails().errorCode();
                                            return code.equals(named.code())
                                                    ? ""
                                                    : action.name() + " " + named + ": " + code;
                                        })))
                .containsOnly("");
    }

    @Test
    void filtersPagesAndTokensAreChecked() {
        Ec2Client ec2 = aws.ec2();
        awsError(
                "InvalidParameterValue",
                "The filter 'state' has no values",
                () -> ec2.describeTransitGatewayConnects(
                        r -> r.filters(Filter.builder().name("state").build())));
        awsError(
                "InvalidParameterValue",
                "Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.",
                () -> ec2.describeTransitGatewayConnects(r -> r.maxResults(4)));
        awsError(
                "InvalidParameterValue",
                "Unable to parse pagination token",
                () -> ec2.describeTransitGatewayConnects(r -> r.nextToken("x")));
        awsError("MissingParameter", () -> ec2.describeByoipCidrs(r -> {}));
        assertThat(ec2.describeByoipCidrs(r -> r.maxResults(5)).byoipCidrs()).isEmpty();
        assertThat(ec2.describeTransitGatewayConnectsPaginator(r -> r.maxResults(5))
                        .transitGatewayConnects())
                .isEmpty();
    }

    @Test
    void suchAResourceCannotBeCreated() {
        awsError("UnsupportedOperation", "VPC Local does not emulate ec2:CreateTransitGatewayConnect.", () -> aws.ec2()
                .createTransitGatewayConnect(r -> {}));
    }

    private static AwsCredentials root() {
        return Aws.root(Aws.newAccount());
    }
}
