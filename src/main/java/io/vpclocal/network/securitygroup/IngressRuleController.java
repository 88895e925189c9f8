package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressResponse;

/** The actions on inbound rules. */
@AwsController
class IngressRuleController {

    private final SecurityGroupService groups;
    private final SecurityGroupRuleService rules;
    private final PeerGroups peers;

    IngressRuleController(SecurityGroupService groups, SecurityGroupRuleService rules, PeerGroups peers) {
        this.groups = groups;
        this.rules = rules;
        this.peers = peers;
    }

    @AwsAction(tags = "security-group-rule")
    AuthorizeSecurityGroupIngressResponse authorizeSecurityGroupIngress(
            AuthorizeSecurityGroupIngressRequest request, Call call) {
        List<SecurityGroupRuleEntity> added = rules.authorize(
                call.scope(),
                groups.idOf(call.scope(), request.groupId(), request.groupName()),
                false,
                new LegacyPermissions(
                                request.ipProtocol(),
                                request.fromPort(),
                                request.toPort(),
                                request.cidrIp(),
                                request.sourceSecurityGroupName())
                        .orElse(request.ipPermissions()),
                request.tagSpecifications());
        return AuthorizeSecurityGroupIngressResponse.builder()
                .returnValue(true)
                .securityGroupRules(SecurityGroupRuleWire.toWire(added, rules.tags(call.scope(), added), peers))
                .build();
    }

    @AwsAction
    RevokeSecurityGroupIngressResponse revokeSecurityGroupIngress(
            RevokeSecurityGroupIngressRequest request, Call call) {
        SecurityGroupRuleService.Revoked revoked = rules.revoke(
                call.scope(),
                groups.idOf(call.scope(), request.groupId(), request.groupName()),
                false,
                new LegacyPermissions(
                                request.ipProtocol(),
                                request.fromPort(),
                                request.toPort(),
                                request.cidrIp(),
                                request.sourceSecurityGroupName())
                        .orElse(request.ipPermissions()),
                request.securityGroupRuleIds());
        return RevokeSecurityGroupIngressResponse.builder()
                .returnValue(true)
                .revokedSecurityGroupRules(SecurityGroupRuleWire.toRevoked(revoked.rules()))
                .unknownIpPermissions(
                        IpPermissions.of(revoked.unknown(), call.scope().account()))
                .build();
    }

    @AwsAction
    UpdateSecurityGroupRuleDescriptionsIngressResponse updateSecurityGroupRuleDescriptionsIngress(
            UpdateSecurityGroupRuleDescriptionsIngressRequest request, Call call) {
        rules.describe(
                call.scope(),
                groups.idOf(call.scope(), request.groupId(), request.groupName()),
                false,
                request.ipPermissions(),
                request.securityGroupRuleDescriptions());
        return UpdateSecurityGroupRuleDescriptionsIngressResponse.builder()
                .returnValue(true)
                .build();
    }
}
