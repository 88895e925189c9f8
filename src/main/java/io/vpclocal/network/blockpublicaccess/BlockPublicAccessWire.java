package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.protocol.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;

/** VPC Block Public Access as the API shows it. */
final class BlockPublicAccessWire {

    private BlockPublicAccessWire() {}

    /** @param changedAt null if the mode was never changed */
    static VpcBlockPublicAccessOptions options(
            Scope scope, InternetBlockMode mode, String state, @Nullable Instant changedAt) {
        return VpcBlockPublicAccessOptions.builder()
                .awsAccountId(scope.account())
                .awsRegion(scope.region())
                .internetGatewayBlockMode(mode.wire())
                .state(state)
                .lastUpdateTimestamp(changedAt)
                .managedBy("account")
                .exclusionsAllowed("allowed")
                .build();
    }

    /** @param state the state to show: responses to changes show it before the change is complete */
    static VpcBlockPublicAccessExclusion exclusion(ExclusionEntity exclusion, String state, List<Tag> tags) {
        return VpcBlockPublicAccessExclusion.builder()
                .exclusionId(exclusion.id())
                .resourceArn(exclusion.resourceArn())
                .internetGatewayExclusionMode(exclusion.mode())
                .state(state)
                .creationTimestamp(exclusion.createdAt())
                .lastUpdateTimestamp(exclusion.changedAt())
                .deletionTimestamp(exclusion.deletedAt())
                .tags(tags)
                .build();
    }
}
