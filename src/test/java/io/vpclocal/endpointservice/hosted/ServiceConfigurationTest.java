package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.SupportedRegionDetail;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The owner's view of a service (EC2 API Reference: the actions on service configurations; defaults as the acceptance tests
 * of Terraform's AWS provider see them).
 */
@EmulatorTest
class ServiceConfigurationTest {

    @Autowired
    private Aws aws;

    private Provider provider;

    @BeforeEach
    void newProvider() {
        provider = new Provider(aws);
    }

    @Test
    void defaults() {
        String arn = provider.networkBalancer("ca");
        ServiceConfiguration made = provider.create(r -> r.networkLoadBalancerArns(arn));

        assertThat(made.serviceId()).matches("vpce-svc-[0-9a-f]{17}");
        assertThat(made.serviceName()).isEqualTo("com.amazonaws.vpce.us-east-1." + made.serviceId());
        assertThat(made.serviceType())
                .extracting(type -> type.serviceTypeAsString())
                .containsExactly("Interface");
        assertThat(made.serviceStateAsString()).isEqualTo("Available");
        assertThat(made.availabilityZones()).containsExactly("us-east-1a", "us-east-1c");
        assertThat(made.availabilityZoneIds()).hasSize(2);
        assertThat(made.acceptanceRequired()).isTrue();
        assertThat(made.managesVpcEndpoints()).isFalse();
        assertThat(made.networkLoadBalancerArns()).containsExactly(arn);
        assertThat(made.hasGatewayLoadBalancerArns())
                .as("absent in the examples of the AWS CLI")
                .isFalse();
        assertThat(made.supportedIpAddressTypesAsStrings()).containsExactly("ipv4");
        assertThat(made.baseEndpointDnsNames()).containsExactly(made.serviceId() + ".us-east-1.vpce.amazonaws.com");
        assertThat(made.privateDnsName()).isNull();
        assertThat(made.privateDnsNameConfiguration())
                .isEqualTo(PrivateDnsNameConfiguration.builder().build());
        assertThat(made.payerResponsibility()).isNull();
        assertThat(made.tags()).isEmpty();
        assertThat(made.supportedRegions())
                .containsExactly(SupportedRegionDetail.builder()
                        .region("us-east-1")
                        .serviceState("Available")
                        .build());
        assertThat(made.remoteAccessEnabled()).isFalse();
        assertThat(provider.describe(made.serviceId()))
                .isEqualTo(made.toBuilder().tags(List.of()).build());
    }

    @Test
    void everyParameter() {
        ServiceConfiguration made = provider.host(r -> r.acceptanceRequired(false)
                .privateDnsName("*.api.example.com")
                .supportedIpAddressTypes("ipv4", "ipv4")
                .supportedRegions("eu-west-1", "us-east-1", "eu-west-1")
                .tagSpecifications(tagged("vpc-endpoint-service", "k", "v")));

        assertThat(made.acceptanceRequired()).isFalse();
        assertThat(made.privateDnsName()).isEqualTo("*.api.example.com");
        assertThat(made.privateDnsNameConfiguration().type()).isEqualTo("TXT");
        assertThat(made.supportedIpAddressTypesAsStrings()).containsExactly("ipv4");
        assertThat(made.supportedRegions())
                .extracting(SupportedRegionDetail::region)
                .containsExactly("us-east-1", "eu-west-1");
        assertThat(made.remoteAccessEnabled()).isTrue();
        assertThat(made.tags()).extracting(Tag::key).containsExactly("k");
        assertThat(provider.describe(made.serviceId())).isEqualTo(made);
    }

    @Test
    void aGatewayLoadBalancerMakesAServiceOfItsType() {
        String arn = provider.gatewayBalancer("ab");
        ServiceConfiguration made = provider.create(r -> r.gatewayLoadBalancerArns(arn));

        assertThat(made.serviceType())
                .extracting(type -> type.serviceTypeAsString())
                .containsExactly("GatewayLoadBalancer");
        assertThat(made.gatewayLoadBalancerArns()).containsExactly(arn);
        assertThat(made.hasNetworkLoadBalancerArns()).isFalse();
        assertThat(made.baseEndpointDnsNames()).isEmpty();
        assertThat(made.availabilityZones()).containsExactly("us-east-1a", "us-east-1b");
    }

    @Test
    void everythingCanBeModified() {
        ServiceConfiguration made = provider.host();
        String id = made.serviceId();
        String other = provider.networkBalancer("b");

        provider.modify(id, r -> r.acceptanceRequired(false)
                .addNetworkLoadBalancerArns(other)
                .addSupportedRegions("eu-west-1", "us-west-2")
                .privateDnsName("a.example.com"));
        ServiceConfiguration after = provider.describe(id);
        assertThat(after.acceptanceRequired()).isFalse();
        assertThat(after.networkLoadBalancerArns())
                .containsExactly(made.networkLoadBalancerArns().get(0), other);
        assertThat(after.availabilityZones()).containsExactly("us-east-1a", "us-east-1b");
        assertThat(after.supportedRegions()).hasSize(3);
        assertThat(after.privateDnsName()).isEqualTo("a.example.com");

        provider.modify(id, r -> r.removeNetworkLoadBalancerArns(made.networkLoadBalancerArns())
                .removeSupportedRegions("eu-west-1")
                .removePrivateDnsName(true));
        after = provider.describe(id);
        assertThat(after.networkLoadBalancerArns()).containsExactly(other);
        assertThat(after.availabilityZones()).containsExactly("us-east-1b");
        assertThat(after.supportedRegions())
                .extracting(SupportedRegionDetail::region)
                .containsExactly("us-east-1", "us-west-2");
        assertThat(after.privateDnsName()).isNull();
        assertThat(after.acceptanceRequired()).isFalse();
    }

    @Test
    void thePayerCannotBeChangedBack() {
        String id = provider.host().serviceId();
        provider.ec2.modifyVpcEndpointServicePayerResponsibility(
                r -> r.serviceId(id).payerResponsibility("ServiceOwner"));
        assertThat(provider.describe(id).payerResponsibilityAsString()).isEqualTo("ServiceOwner");
        Expect.awsError(
                "MissingParameter",
                () -> provider.ec2.modifyVpcEndpointServicePayerResponsibility(r -> r.serviceId(id)));
    }

    @Test
    void oneTokenMakesOneService() {
        String arn = provider.networkBalancer("a");
        String first = provider.create(r -> r.networkLoadBalancerArns(arn).clientToken("t"))
                .serviceId();

        assertThat(provider.create(r -> r.networkLoadBalancerArns(arn).clientToken("t"))
                        .serviceId())
                .isEqualTo(first);
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> provider.create(
                        r -> r.networkLoadBalancerArns(arn).clientToken("t").acceptanceRequired(false)));
    }

    @Test
    void tagsAreCreatedAndDeletedWithTheService() {
        String id = provider.host().serviceId();
        provider.ec2.createTags(r -> r.resources(id).tags(t -> t.key("k").value("v")));
        assertThat(provider.describe(id).tags()).extracting(Tag::value).containsExactly("v");
        assertThat(provider.ec2.describeTags().tags())
                .extracting(tag -> tag.resourceTypeAsString())
                .containsExactly("vpc-endpoint-service");
        provider.delete(id);
        assertThat(provider.ec2.describeTags().tags()).isEmpty();
    }

    @Test
    void filters() {
        ServiceConfiguration one = provider.host(r -> r.tagSpecifications(tagged("vpc-endpoint-service", "team", "a")));
        ServiceConfiguration two = provider.host();

        assertThat(found("service-id", one.serviceId())).containsExactly(one.serviceId());
        assertThat(found("service-name", two.serviceName())).containsExactly(two.serviceId());
        assertThat(found("service-name", "com.amazonaws.vpce.*")).hasSize(2);
        assertThat(found("service-state", "Available")).hasSize(2);
        assertThat(found("service-state", "Deleting")).isEmpty();
        assertThat(found("supported-ip-address-types", "ipv4")).hasSize(2);
        assertThat(found("supported-ip-address-types", "ipv6")).isEmpty();
        assertThat(found("tag:team", "a")).containsExactly(one.serviceId());
        assertThat(found("tag-key", "team")).containsExactly(one.serviceId());
        Expect.awsError("InvalidFilter", "The filter owner is invalid", () -> found("owner", "x"));
    }

    @Test
    void pages() {
        String first = provider.host().serviceId();
        String second = provider.host().serviceId();
        String third = provider.host().serviceId();
        DescribeVpcEndpointServiceConfigurationsResponse page =
                provider.ec2.describeVpcEndpointServiceConfigurations(r -> r.maxResults(2));

        assertThat(page.serviceConfigurations())
                .extracting(ServiceConfiguration::serviceId)
                .containsExactly(first, second);
        String token = page.nextToken();
        page = provider.ec2.describeVpcEndpointServiceConfigurations(
                r -> r.maxResults(2).nextToken(token));
        assertThat(page.serviceConfigurations())
                .extracting(ServiceConfiguration::serviceId)
                .containsExactly(third);
        assertThat(page.nextToken()).isNull();
        assertThat(provider.ec2
                        .describeVpcEndpointServiceConfigurations(r -> r.maxResults(5000))
                        .serviceConfigurations())
                .hasSize(3);
    }

    private List<String> found(String filter, String value) {
        return provider
                .ec2
                .describeVpcEndpointServiceConfigurations(r ->
                        r.filters(Filter.builder().name(filter).values(value).build()))
                .serviceConfigurations()
                .stream()
                .map(ServiceConfiguration::serviceId)
                .toList();
    }

    private static TagSpecification tagged(String type, String key, String value) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Tag.builder().key(key).value(value).build())
                .build();
    }
}
