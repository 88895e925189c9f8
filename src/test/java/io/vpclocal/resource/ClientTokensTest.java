package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The client token of every EC2 action that has one. Tokens that are empty or too long: recorded from AWS for
 * CreateRouteTable and RunInstances. IdempotentParameterMismatch and its text: reported by users of AWS, and AWS
 * documentation for all actions. UNVERIFIED: the errors for the other actions' tokens.
 */
@EmulatorTest
class ClientTokensTest {

    /** Parameters of a call, and how it differs from another call with the same token. */
    private static final List<String> ACTIONS = """
            CreateEgressOnlyInternetGateway VpcId={VPC} | VpcId={OTHER}
            CreateFlowLogs ResourceId.1={VPC}&ResourceType=VPC&TrafficType=ALL&LogDestinationType=s3&LogDestination=arn:aws:s3:::tokens | TrafficType=REJECT
            CreateInstanceConnectEndpoint SubnetId={SUBNET} | SubnetId={FURTHER}
            CreateLaunchTemplate LaunchTemplateName=aaa&LaunchTemplateData.InstanceType=t3.micro | LaunchTemplateName=bbb
            CreateLaunchTemplateVersion LaunchTemplateId={TEMPLATE}&LaunchTemplateData.InstanceType=t3.small | LaunchTemplateData.InstanceType=t3.large
            CreateManagedPrefixList PrefixListName=a&MaxEntries=1&AddressFamily=IPv4 | MaxEntries=2
            CreateNatGateway SubnetId={SUBNET}&ConnectivityType=private | PrivateIpAddress=10.0.0.77
            CreateNetworkAcl VpcId={VPC} | VpcId={OTHER}
            CreateNetworkInsightsAccessScope MatchPath.1.Source.ResourceStatement.ResourceType.1=AWS::EC2::InternetGateway | TagSpecification.1.ResourceType=network-insights-access-scope&TagSpecification.1.Tag.1.Key=a&TagSpecification.1.Tag.1.Value=b
            CreateNetworkInsightsPath Source={ENI}&Destination={ENI2}&Protocol=tcp | Protocol=udp
            CreateNetworkInterface SubnetId={SUBNET} | Description=other
            CreateRouteTable VpcId={VPC} | VpcId={OTHER}
            CreateVolume AvailabilityZone=us-east-1a&Size=1 | Size=2
            CreateVpcEndpoint VpcId={VPC}&ServiceName=com.amazonaws.us-east-1.s3 | ServiceName=com.amazonaws.us-east-1.dynamodb
            CreateVpcEndpointConnectionNotification ServiceId={SERVICE}&ConnectionEvents.1=Accept&ConnectionNotificationArn=arn:aws:sns:us-east-1:123456789012:a | ConnectionNotificationArn=arn:aws:sns:us-east-1:123456789012:b
            CreateVpcEndpointServiceConfiguration NetworkLoadBalancerArn.1={BALANCER} | NetworkLoadBalancerArn.1={BALANCER2}
            ModifyInstanceCreditSpecification InstanceCreditSpecification.1.InstanceId={INSTANCE}&InstanceCreditSpecification.1.CpuCredits=unlimited | InstanceCreditSpecification.1.InstanceId={INSTANCE2}
            ModifyLaunchTemplate LaunchTemplateId={TEMPLATE}&SetDefaultVersion=1 | SetDefaultVersion=2
            RunInstances ImageId=ami-12345678&MinCount=1&MaxCount=1&SubnetId={SUBNET} | MaxCount=2
            StartNetworkInsightsAccessScopeAnalysis NetworkInsightsAccessScopeId={SCOPE} | TagSpecification.1.ResourceType=network-insights-access-scope-analysis&TagSpecification.1.Tag.1.Key=a&TagSpecification.1.Tag.1.Value=b
            StartNetworkInsightsAnalysis NetworkInsightsPathId={PATH} | TagSpecification.1.ResourceType=network-insights-analysis&TagSpecification.1.Tag.1.Key=a&TagSpecification.1.Tag.1.Value=b
            """.lines().toList();

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    static Stream<String> actions() {
        return ACTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void tokens(String line) throws Exception {
        String action = line.substring(0, line.indexOf(' '));
        String[] parameters = new SampleIds(aws, account)
                .fill(line.substring(action.length() + 1))
                .split(" \\| ");
        NamedCalls calls = new NamedCalls(aws, account);
        String call = "Action=" + action + "&" + parameters[0];
        for (String token : List.of("", "a".repeat(65))) {
            assertThat(calls.error(call + "&ClientToken=" + token))
                    .isEqualTo("InvalidParameterValue Value (" + token + ") for parameter clientToken is invalid");
        }
        String once = call + "&ClientToken=" + "t".repeat(64);
        String first = calls.success(once);
        assertThat(calls.success(once)).isEqualTo(first);
        assertThat(calls.error(once + "&DryRun=true"))
                .isEqualTo("DryRunOperation Request would have succeeded, but DryRun flag is set.");
        assertThat(calls.error(once + "&" + parameters[1]))
                .isEqualTo("IdempotentParameterMismatch Arguments on this idempotent request are inconsistent with"
                        + " arguments used in previous request(s).");
        assertThat(calls.success(once)).isEqualTo(first);
        // Tokens are case-sensitive.
        assertThat(calls.success(once.replace("t".repeat(64), "T".repeat(64)) + "&" + parameters[1]))
                .isNotEqualTo(first);
    }

    @Test
    void everyActionWithATokenIsInTheTable() {
        assertThat(ACTIONS.stream().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(NamedCalls.actionsWith(registry, "ClientToken"));
    }
}
