package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;

/**
 * Parameters that the model of an EC2 action does not have. Code and text: reported by several users of AWS. The wrong
 * case and the list without index: recorded from AWS. UNVERIFIED: the name of a nested parameter in the text.
 */
class UnknownParametersTest {

    private static final Set<String> COMMON = Set.of("action", "version", "expires", "signature", "timestamp");

    static Stream<Arguments> actions() {
        return Models.operations(Ec2Client.class).entrySet().stream()
                .map(action -> Arguments.of(action.getKey(), action.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void everyActionRefusesUnknownParameters(String action, Class<? extends SdkPojo> type) {
        assertThat(refused(type, "Action=" + action + "&NotAParameter=x")).isEqualTo("NotAParameter");
        for (SdkField<?> field : Models.newBuilder(type).sdkFields()) {
            String name = field.locationName();
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals(name) && !COMMON.contains(lower)) {
                assertThat(refused(type, lower + "=x")).isEqualTo(lower);
                assertThat(refused(type, lower + ".1=x")).isEqualTo(lower);
                assertThat(refused(type, name + ".NotAMember=x")).isEqualTo(name + ".NotAMember");
            }
        }
    }

    @Test
    void parametersReportedByUsers() {
        assertThat(refused(CreateRouteRequest.class, "RouteTableId=rtb-1&ClientToken=t"))
                .isEqualTo("ClientToken");
        assertThat(refused(
                        CreateVpcEndpointServiceConfigurationRequest.class,
                        "NetworkLoadBalancerArns.1=arn&ClientToken=t"))
                .isEqualTo("NetworkLoadBalancerArns");
        assertThat(refused(DescribeVpcsRequest.class, "vpcid.1=vpc-1")).isEqualTo("vpcid");
    }

    @ParameterizedTest
    @CsvSource({
        "Filter.1.name=x,                   Filter.1.name",
        "Filter.1.Name=x&Filter.1.Value.a=y, Filter.1.Value.a",
        "Filter.Name=x,                     Filter.Name",
        "Filter=x,                          Filter",
        "Filter.1=x,                        Filter.1",
        "VpcId.1.2=x,                       VpcId.1.2",
        "VpcId.member.1=x,                  VpcId.member",
        "VpcId.1234567890=x,                VpcId.1234567890",
        "DryRun.1=true,                     DryRun.1",
        "x-amz-date=x,                      x-amz-date"
    })
    void nestedParameters(String form, String name) {
        assertThat(refused(DescribeVpcsRequest.class, form)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=DescribeVpcs&Version=2016-11-15",
                "AWSAccessKeyId=x&Signature=x&SignatureMethod=x&SignatureVersion=2&Timestamp=x&Expires=x&SecurityToken=x",
                "X-Amz-Algorithm=x&X-Amz-Credential=x&X-Amz-Date=x&X-Amz-Expires=1&X-Amz-Signature=x&X-Amz-Security-Token=x",
                "Filter=&VpcId=",
                "Filter.1=&VpcId.7=x&DryRun=true"
            })
    void everyActionAcceptsCommonParametersAndEmptyLists(String form) {
        assertThatCode(() -> read(AwsService.EC2, DescribeVpcsRequest.class, form))
                .doesNotThrowAnyException();
    }

    @Test
    void aListWithoutIndexHasOneElement() {
        assertThat(((DescribeVpcsRequest) read(AwsService.EC2, DescribeVpcsRequest.class, "VpcId=vpc-1")).vpcIds())
                .containsExactly("vpc-1");
        assertThat(((DescribeVpcsRequest) read(AwsService.EC2, DescribeVpcsRequest.class, "VpcId=")).vpcIds())
                .isEmpty();
        assertThat(((CreateVpcEndpointRequest) read(
                                AwsService.EC2,
                                CreateVpcEndpointRequest.class,
                                "DnsOptions.PrivateDnsSpecifiedDomain=a.example.com"))
                        .dnsOptions()
                        .privateDnsSpecifiedDomains())
                .containsExactly("a.example.com");
    }

    /** UNVERIFIED: elements with and without index both count. */
    @Test
    void aListCanBeMixed() {
        assertThat(((DescribeVpcsRequest) read(AwsService.EC2, DescribeVpcsRequest.class, "VpcId.2=b&VpcId=a"))
                        .vpcIds())
                .containsExactly("a", "b");
    }

    @Test
    void theOtherQueryServicesIgnoreThem() {
        assertThat(((ListUsersRequest) read(AwsService.IAM, ListUsersRequest.class, "NotAParameter=x&MaxItems=5"))
                        .maxItems())
                .isEqualTo(5);
    }

    private static String refused(Class<? extends SdkPojo> type, String form) {
        AwsException refusal = catchThrowableOfType(AwsException.class, () -> read(AwsService.EC2, type, form));
        assertThat(refusal).as(form).isNotNull();
        assertThat(refusal.code()).isEqualTo("UnknownParameter");
        assertThat(refusal.text()).startsWith("The parameter ").endsWith(" is not recognized");
        return refusal.text().replaceAll("^The parameter | is not recognized$", "");
    }

    private static SdkPojo read(AwsService service, Class<? extends SdkPojo> type, String form) {
        return QueryReader.read(service, type, QueryNode.parse(form, service));
    }
}
