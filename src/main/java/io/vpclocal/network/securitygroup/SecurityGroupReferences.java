package io.vpclocal.network.securitygroup;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Resolves a group name in the default VPC. */
@Component
class SecurityGroupReferences implements RequestAttributes {

    private final SecurityGroups groups;
    private final VpcService vpcs;

    SecurityGroupReferences(SecurityGroups groups, VpcService vpcs) {
        this.groups = groups;
        this.vpcs = vpcs;
    }

    @Override
    public Set<String> actions() {
        return Set.of(
                "ec2:AuthorizeSecurityGroupIngress",
                "ec2:DeleteSecurityGroup",
                "ec2:RevokeSecurityGroupIngress",
                "ec2:UpdateSecurityGroupRuleDescriptionsEgress",
                "ec2:UpdateSecurityGroupRuleDescriptionsIngress");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        String name = member(request, "GroupName");
        if (name == null || member(request, "GroupId") != null) {
            return Map.of();
        }
        return vpcs.findDefault(call.scope())
                .flatMap(vpc -> groups.findByNames(vpc.id(), List.of(SecurityGroupEntity.nameKey(name))).stream()
                        .findFirst())
                .map(group -> Map.of(SecurityGroupService.KIND.type(), List.of(group.id())))
                .orElse(Map.of());
    }

    private static @Nullable String member(SdkPojo request, String name) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals(name)) {
                return field.getValueOrDefault(request) instanceof String text && !text.isEmpty() ? text : null;
            }
        }
        return null;
    }
}
