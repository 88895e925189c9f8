package io.vpclocal.network.blockpublicaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpoint.SlowEmulatorTest;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Changes that take their time (AWS documentation, VPC User Guide: VPC BPA). How long is our guess. */
@SlowEmulatorTest
class BlockPublicAccessStatesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void freeze() {
        clock.freeze();
        ec2 = aws.ec2(Aws.newAccount());
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    @AfterEach
    void real() {
        clock.real();
    }

    @Test
    void theOldModeAppliesUntilTheChangeIsComplete() {
        ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("block-ingress"));
        assertThat(state()).isEqualTo("update-in-progress");
        assertThat(mode()).isEqualTo("off");
        clock.advance(MINUTE);
        assertThat(state()).isEqualTo("update-complete");
        assertThat(mode()).isEqualTo("block-ingress");
    }

    @Test
    void anExclusionAppliesOnceItIsComplete() {
        ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("block-bidirectional"));
        clock.advance(MINUTE);
        String id = ec2.createVpcBlockPublicAccessExclusion(
                        r -> r.vpcId(vpc).internetGatewayExclusionMode("allow-bidirectional"))
                .vpcBlockPublicAccessExclusion()
                .exclusionId();
        assertThat(state(id)).isEqualTo("create-in-progress");
        assertThat(mode()).isEqualTo("block-bidirectional");
        clock.advance(MINUTE);
        assertThat(state(id)).isEqualTo("create-complete");
        assertThat(mode()).isEqualTo("off");
        ec2.deleteVpcBlockPublicAccessExclusion(r -> r.exclusionId(id));
        assertThat(state(id)).isEqualTo("delete-in-progress");
        assertThat(mode()).isEqualTo("off");
        clock.advance(MINUTE);
        assertThat(state(id)).isEqualTo("delete-complete");
        assertThat(mode()).isEqualTo("block-bidirectional");
    }

    private String state() {
        return ec2.describeVpcBlockPublicAccessOptions(r -> {})
                .vpcBlockPublicAccessOptions()
                .stateAsString();
    }

    private String state(String exclusion) {
        return ec2.describeVpcBlockPublicAccessExclusions(r -> r.exclusionIds(exclusion))
                .vpcBlockPublicAccessExclusions()
                .get(0)
                .stateAsString();
    }

    private String mode() {
        return ec2.describeVpcs(r -> r.vpcIds(vpc))
                .vpcs()
                .get(0)
                .blockPublicAccessStates()
                .internetGatewayBlockModeAsString();
    }
}
