package io.vpclocal.network.networkacl;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of network ACLs and their subnet associations. */
@Service
public class NetworkAclService {

    public static final ResourceKind KIND =
            new ResourceKind("network-acl", "acl", "networkAcl", "InvalidNetworkAclID", "InvalidNetworkAclId");

    private final NetworkAcls acls;
    private final NetworkAclAssociations associations;
    private final VpcService vpcs;
    private final TagStore tags;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    NetworkAclService(
            NetworkAcls acls,
            NetworkAclAssociations associations,
            VpcService vpcs,
            TagStore tags,
            DependencyGuard guard,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.acls = acls;
        this.associations = associations;
        this.vpcs = vpcs;
        this.tags = tags;
        this.guard = guard;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AwsException {@code InvalidNetworkAclID.NotFound} or {@code InvalidNetworkAclId.Malformed} */
    public NetworkAclEntity require(Scope scope, String id) {
        return acls.find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    public Optional<NetworkAclEntity> find(Scope scope, String id) {
        return acls.find(scope, id);
    }

    /** The ACL that a subnet uses; empty only if the subnet does not exist. */
    public Optional<NetworkAclEntity> ofSubnet(Scope scope, String subnetId) {
        return associations
                .findBySubnet(scope.account(), scope.region(), subnetId)
                .map(NetworkAclAssociationEntity::acl);
    }

    /** All ACLs in the order of creation. */
    public List<NetworkAclEntity> findAll(Scope scope) {
        return acls.findAll(scope);
    }

    /** All ACLs of a VPC in the order of creation; {@link NetworkAclEntity#subnetIds} lists the subnets. */
    public List<NetworkAclEntity> ofVpc(Scope scope, String vpcId) {
        return acls.findByVpc(scope.account(), scope.region(), vpcId);
    }

    NetworkAclEntity create(Scope scope, String vpcId, List<TagSpecification> wantedTags) {
        VpcEntity vpc = vpcs.lock(scope, vpcId);
        quotas.requireRoom(
                () -> ofVpc(scope, vpcId).size(),
                NetworkAclLimits.ACLS_PER_VPC,
                "NetworkAclLimitExceeded",
                "The maximum number of network ACLs has been reached.");
        NetworkAclEntity acl = make(vpc, false);
        tags.create(scope, KIND, acl.id(), wantedTags);
        return acl;
    }

    /** Creates an ACL that denies all traffic, or the default ACL, which allows all traffic. */
    NetworkAclEntity make(VpcEntity vpc, boolean defaultAcl) {
        NetworkAclEntity acl = new NetworkAclEntity(vpc, ids.next("acl"), clock.instant(), defaultAcl);
        DefaultRules.create(acl, !vpc.ipv6Cidrs().isEmpty());
        return acls.save(acl);
    }

    void delete(Scope scope, String id) {
        NetworkAclEntity acl = lock(scope, id);
        if (acl.isDefault()) {
            throw NetworkAclErrors.isDefault(id);
        }
        guard.requireUnused(scope, KIND.label(), id);
        remove(acl);
    }

    void remove(NetworkAclEntity acl) {
        tags.forget(acl.scope(), acl.id());
        acls.delete(acl);
    }

    /** Replaces the ACL of an association's subnet. Changes nothing if the subnet uses that ACL already. */
    NetworkAclAssociationEntity replaceAssociation(Scope scope, String associationId, String aclId) {
        String vpcId = associations
                .findVpcId(scope.account(), scope.region(), associationId)
                .orElseThrow(() -> Ec2Errors.associationNotFound(associationId));
        vpcs.lock(scope, vpcId);
        NetworkAclAssociationEntity association = associations
                .findByAssociationId(associationId)
                .orElseThrow(() -> Ec2Errors.associationNotFound(associationId));
        NetworkAclEntity acl = require(scope, aclId);
        if (!acl.vpcId().equals(vpcId)) {
            throw NetworkAclErrors.otherVpc(aclId, association.subnetId());
        }
        if (!association.acl().id().equals(aclId)) {
            association.replace(acl, ids.next("aclassoc"));
        }
        return association;
    }

    /** Finds an ACL and locks its VPC, so that changes are serialized. */
    NetworkAclEntity lock(Scope scope, String id) {
        String vpcId = acls.findVpcId(scope.account(), scope.region(), id).orElseThrow(() -> KIND.missing(id));
        vpcs.lock(scope, vpcId);
        return require(scope, id);
    }
}
