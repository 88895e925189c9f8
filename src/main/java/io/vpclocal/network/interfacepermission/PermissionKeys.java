package io.vpclocal.network.interfacepermission;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfacePermissionRequest;

/** The account and the permission that a request names, as condition keys. */
@Component
class PermissionKeys implements RequestAttributes {

    @Override
    public Set<String> actions() {
        return Set.of("ec2:CreateNetworkInterfacePermission");
    }

    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        Map<String, List<String>> keys = new HashMap<>();
        if (request instanceof CreateNetworkInterfacePermissionRequest named) {
            if (named.awsAccountId() != null) {
                keys.put(
                        "ec2:AuthorizedUser",
                        List.of("arn:" + call.scope().partition() + ":iam::" + named.awsAccountId() + ":root"));
            }
            if (named.permission() != null) {
                keys.put("ec2:Permission", List.of(named.permissionAsString()));
            }
        }
        return keys;
    }
}
