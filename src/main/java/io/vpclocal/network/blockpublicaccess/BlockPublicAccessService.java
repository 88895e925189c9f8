package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of VPC Block Public Access. */
@Service
class BlockPublicAccessService {

    static final ResourceKind KIND = new ResourceKind(
            "vpc-block-public-access-exclusion",
            "vpcbpa-exclude",
            "vpcBlockPublicAccessExclusion",
            "InvalidVpcBlockPublicAccessExclusionId");

    private final BlockPublicAccessOptions options;
    private final Exclusions exclusions;
    private final BlockPublicAccessLifecycle lifecycle;
    private final VpcService vpcs;
    private final SubnetService subnets;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;

    BlockPublicAccessService(
            BlockPublicAccessOptions options,
            Exclusions exclusions,
            BlockPublicAccessLifecycle lifecycle,
            VpcService vpcs,
            SubnetService subnets,
            TagStore tags,
            Quotas quotas,
            Ids ids) {
        this.options = options;
        this.exclusions = exclusions;
        this.lifecycle = lifecycle;
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
    }

    /** Empty if the mode was never changed. */
    Optional<BlockPublicAccessEntity> options(Scope scope) {
        return options.find(scope, BlockPublicAccessEntity.idOf(scope));
    }

    BlockPublicAccessEntity changeMode(Scope scope, InternetBlockMode mode) {
        BlockPublicAccessEntity own = options.lock(scope, BlockPublicAccessEntity.idOf(scope))
                .orElseGet(() -> options.save(new BlockPublicAccessEntity(scope, lifecycle.now())));
        own.change(lifecycle.effective(own), mode, lifecycle.now());
        return own;
    }

    /** All visible exclusions in the order of creation. */
    List<ExclusionEntity> remembered(Scope scope) {
        return exclusions.findAll(scope).stream().filter(lifecycle::remembered).toList();
    }

    /** @param excludedId of a VPC or a subnet */
    ExclusionEntity exclude(Scope scope, String excludedId, String mode, List<TagSpecification> specifications) {
        forgetOld(scope);
        if (excludedId.startsWith("subnet-")) {
            subnets.lock(scope, excludedId);
        } else {
            vpcs.lock(scope, excludedId);
        }
        ExclusionEntity exclusion =
                new ExclusionEntity(scope, ids.next(KIND.prefix()), lifecycle.now(), excludedId, mode);
        if (!exclusions.findOf(scope.account(), scope.region(), excludedId).isEmpty()) {
            throw BlockPublicAccessErrors.alreadyExcluded(exclusion.resourceArn());
        }
        quotas.requireRoom(
                () -> exclusions.findAll(scope).stream()
                        .filter(other -> other.deletedAt() == null)
                        .count(),
                BlockPublicAccessLimits.EXCLUSIONS_PER_REGION,
                "VpcBlockPublicAccessExclusionLimitExceeded",
                "The maximum number of VPC Block Public Access exclusions has been reached.");
        exclusions.save(exclusion);
        tags.create(scope, KIND, exclusion.id(), specifications);
        return exclusion;
    }

    ExclusionEntity changeExclusion(Scope scope, String id, String mode) {
        ExclusionEntity exclusion = lock(scope, id, "modified");
        exclusion.change(mode, lifecycle.now());
        return exclusion;
    }

    ExclusionEntity deleteExclusion(Scope scope, String id) {
        ExclusionEntity exclusion = lock(scope, id, "deleted");
        exclusion.delete(lifecycle.now());
        return exclusion;
    }

    /** An exclusion is deleted with its VPC or subnet (our guess). */
    void resourceDeleted(Scope scope, String excludedId) {
        exclusions
                .findOf(scope.account(), scope.region(), excludedId)
                .forEach(exclusion -> exclusion.delete(lifecycle.now()));
    }

    private ExclusionEntity lock(Scope scope, String id, String verb) {
        ExclusionEntity exclusion =
                exclusions.lock(scope, id).filter(lifecycle::remembered).orElseThrow(() -> KIND.missing(id));
        if (exclusion.deletedAt() != null) {
            throw BlockPublicAccessErrors.notPossible(id, lifecycle.state(exclusion), verb);
        }
        return exclusion;
    }

    private void forgetOld(Scope scope) {
        exclusions.findAll(scope).stream()
                .filter(exclusion -> !lifecycle.remembered(exclusion))
                .forEach(gone -> {
                    tags.forget(scope, gone.id());
                    exclusions.delete(gone);
                });
    }
}
