package io.vpclocal.identity.access;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Resources of STS requests: roles and federated users. */
@Component
class StsTargets implements Targets {

    private final IamTargets iam;

    StsTargets(IamTargets iam) {
        this.iam = iam;
    }

    @Override
    public AwsService service() {
        return AwsService.STS;
    }

    @Override
    public List<Target> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        String role = members.first("RoleArn");
        if (role != null) {
            return List.of(iam.target("role", role));
        }
        String name = members.first("Name");
        return name == null || rule.resource("federated-user").isEmpty()
                ? List.of(Target.ANY)
                : List.of(
                        Target.made("federated-user", IamScope.of(call.scope()).stsArn("federated-user/" + name)));
    }
}
