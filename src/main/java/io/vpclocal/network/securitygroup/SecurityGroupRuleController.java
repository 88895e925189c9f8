package io.vpclocal.network.securitygroup;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesResponse;

@AwsController
class SecurityGroupRuleController {

    private final SecurityGroupRuleService rules;
    private final SecurityGroupDescriptions descriptions;
    private final PeerGroups peers;

    SecurityGroupRuleController(
            SecurityGroupRuleService rules, SecurityGroupDescriptions descriptions, PeerGroups peers) {
        this.rules = rules;
        this.descriptions = descriptions;
        this.peers = peers;
    }

    @AwsAction
    DescribeSecurityGroupRulesResponse describeSecurityGroupRules(
            DescribeSecurityGroupRulesRequest request, Call call) {
        Page<SecurityGroupRuleEntity> page = descriptions.rules(call.scope(), request);
        return DescribeSecurityGroupRulesResponse.builder()
                .securityGroupRules(page.map(
                        (rule, its) -> SecurityGroupRuleWire.toWire(rule, its, peers), SecurityGroupRuleEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    ModifySecurityGroupRulesResponse modifySecurityGroupRules(ModifySecurityGroupRulesRequest request, Call call) {
        rules.modify(call.scope(), require(request.groupId(), "groupId"), request.securityGroupRules());
        return ModifySecurityGroupRulesResponse.builder().returnValue(true).build();
    }
}
