package io.vpclocal.network.securitygroup;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressResponse;

/** The actions on outbound rules. AWS accepts them as IP permissions only. */
@AwsController
class EgressRuleController {

    private final SecurityGroupService groups;
    private final SecurityGroupRuleService rules;
    private final PeerGroups peers;

    EgressRuleController(SecurityGroupService groups, SecurityGroupRuleService rules, PeerGroups peers) {
        this.groups = groups;
        this.rules = rules;
        this.peers = peers;
    }

    @AwsAction(tags = "security-group-rule")
    AuthorizeSecurityGroupEgressResponse authorizeSecurityGroupEgress(
            AuthorizeSecurityGroupEgressRequest request, Call call) {
        List<SecurityGroupRuleEntity> added = rules.authorize(
                call.scope(),
                require(request.groupId(), "groupId"),
                true,
                request.ipPermissions(),
                request.tagSpecifications());
        return AuthorizeSecurityGroupEgressResponse.builder()
                .returnValue(true)
                .securityGroupRules(SecurityGroupRuleWire.toWire(added, rules.tags(call.scope(), added), peers))
                .build();
    }

    @AwsAction
    RevokeSecurityGroupEgressResponse revokeSecurityGroupEgress(RevokeSecurityGroupEgressRequest request, Call call) {
        SecurityGroupRuleService.Revoked revoked = rules.revoke(
                call.scope(),
                require(request.groupId(), "groupId"),
                true,
                request.ipPermissions(),
                request.securityGroupRuleIds());
        return RevokeSecurityGroupEgressResponse.builder()
                .returnValue(true)
                .revokedSecurityGroupRules(SecurityGroupRuleWire.toRevoked(revoked.rules()))
                .unknownIpPermissions(
                        IpPermissions.of(revoked.unknown(), call.scope().account()))
                .build();
    }

    @AwsAction
    UpdateSecurityGroupRuleDescriptionsEgressResponse updateSecurityGroupRuleDescriptionsEgress(
            UpdateSecurityGroupRuleDescriptionsEgressRequest request, Call call) {
        rules.describe(
                call.scope(),
                groups.idOf(call.scope(), request.groupId(), request.groupName()),
                true,
                request.ipPermissions(),
                request.securityGroupRuleDescriptions());
        return UpdateSecurityGroupRuleDescriptionsEgressResponse.builder()
                .returnValue(true)
                .build();
    }
}
