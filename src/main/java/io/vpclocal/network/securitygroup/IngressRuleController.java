package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressResponse;

/** The inbound rules. */
@AwsController
class IngressRuleController {

    private final SecurityGroupService groups;
    private final SecurityGroupRuleService rules;
    private final TagStore tags;

    IngressRuleController(SecurityGroupService groups, SecurityGroupRuleService rules, TagStore tags) {
        this.groups = groups;
        this.rules = rules;
        this.tags = tags;
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
        Map<String, List<Tag>> tagsById = tags.of(
                call.scope(), added.stream().map(SecurityGroupRuleEntity::id).toList());
        return AuthorizeSecurityGroupIngressResponse.builder()
                .returnValue(true)
                .securityGroupRules(added.stream()
                        .map(rule -> SecurityGroupRuleWire.toWire(rule, tagsById.getOrDefault(rule.id(), List.of())))
                        .toList())
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
                .revokedSecurityGroupRules(revoked.rules().stream()
                        .map(SecurityGroupRuleWire::toRevoked)
                        .toList())
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
