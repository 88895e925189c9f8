package io.vpclocal.network.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class VpcTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
    }

    @Test
    void aNewVpcIsPendingAndThenAvailable() {
        Vpc created = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType("vpc")
                                .tags(Tag.builder().key("Name").value("one").build())
                                .build()))
                .vpc();
        assertThat(created.stateAsString()).isEqualTo("pending");
        assertThat(created.vpcId()).matches("vpc-[0-9a-f]{17}");

        Vpc described = ec2.describeVpcs(r -> r.vpcIds(created.vpcId())).vpcs().get(0);
        assertThat(described.stateAsString()).isEqualTo("available");
        assertThat(described.cidrBlockAssociationSet())
                .singleElement()
                .satisfies(a -> assertThat(a.cidrBlockState().stateAsString()).isEqualTo("associated"));
        assertThat(described.isDefault()).isFalse();
        assertThat(described.tags()).extracting(Tag::value).containsExactly("one");
    }

    @Test
    void dnsAttributesHaveAwsDefaultsAndCanBeChanged() {
        String id = vpc();
        assertThat(ec2.describeVpcAttribute(r -> r.vpcId(id).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                        .enableDnsSupport()
                        .value())
                .isTrue();
        ec2.modifyVpcAttribute(r -> r.vpcId(id)
                .enableDnsHostnames(AttributeBooleanValue.builder().value(true).build()));
        assertThat(ec2.describeVpcAttribute(r -> r.vpcId(id).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES))
                        .enableDnsHostnames()
                        .value())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "not-a-cidr, InvalidParameterValue",
        "10.0.0.0/15, InvalidVpc.Range",
        "10.0.0.0/29, InvalidVpc.Range",
        "2001:db8::/56, InvalidParameterValue"
    })
    void impossibleCidrBlocksAreRefused(String cidr, String code) {
        Expect.awsError(code, () -> ec2.createVpc(r -> r.cidrBlock(cidr)));
    }

    @Test
    void deletedVpcIsNotFound() {
        String id = vpc();
        ec2.deleteVpc(r -> r.vpcId(id));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                "The vpc ID '" + id + "' does not exist",
                () -> ec2.describeVpcs(r -> r.vpcIds(id)));
    }

    @Test
    void pagesFollowTheOrderOfCreationThroughFilters() {
        for (int i = 0; i < 12; i++) {
            int n = i;
            ec2.createVpc(r -> r.cidrBlock("10." + n + ".0.0/16"));
        }
        assertThat(ec2.describeVpcsPaginator(r -> r.maxResults(5)
                                .filters(Filter.builder()
                                        .name("cidr")
                                        .values("10.?.0.0/16", "10.1?.0.0/16")
                                        .build()))
                        .vpcs())
                .hasSize(12)
                .first()
                .satisfies(v -> assertThat(v.cidrBlock()).isEqualTo("10.0.0.0/16"));
    }

    private String vpc() {
        return ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }
}
