package io.vpclocal.network.subnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Expected answers: AWS documentation (VPC User Guide, default subnets). */
@EmulatorTest
class DefaultSubnetTest {

    @Autowired
    private Aws aws;

    @Autowired
    private VpcService vpcs;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void eachZoneHasOneDefaultSubnetOfAFreeTwentiethPrefix() {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        String vpc = Objects.requireNonNull(new TransactionTemplate(transactions)
                        .<VpcEntity>execute(status -> vpcs.createDefault(new Scope(account, "us-east-1"))))
                .id();
        ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("172.31.16.0/24"));

        Subnet first =
                ec2.createDefaultSubnet(r -> r.availabilityZone("us-east-1a")).subnet();
        Subnet second =
                ec2.createDefaultSubnet(r -> r.availabilityZone("us-east-1b")).subnet();
        assertThat(first.cidrBlock()).isEqualTo("172.31.0.0/20");
        assertThat(first.defaultForAz()).isTrue();
        assertThat(first.mapPublicIpOnLaunch()).isTrue();
        assertThat(second.cidrBlock()).isEqualTo("172.31.32.0/20");
        Expect.awsError(
                "DefaultSubnetAlreadyExistsInAvailabilityZone",
                () -> ec2.createDefaultSubnet(r -> r.availabilityZone("us-east-1a")));
        assertThat(ec2.describeSubnets(
                                r -> r.filters(f -> f.name("default-for-az").values("true")))
                        .subnets())
                .extracting(Subnet::subnetId)
                .containsExactly(first.subnetId(), second.subnetId());
    }
}
