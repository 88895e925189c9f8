package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;

@AwsController(AwsService.IAM)
class PolicyController {

    private final Policies policies;
    private final PolicyViews views;

    PolicyController(Policies policies, PolicyViews views) {
        this.policies = policies;
        this.views = views;
    }

    @AwsAction
    CreatePolicyResponse createPolicy(CreatePolicyRequest request, Call call) {
        ManagedPolicyEntity policy = policies.create(
                IamScope.of(call.scope()),
                IamParams.path(request.path()),
                IamParams.newName(IamKind.POLICY, request.policyName()),
                IamParams.require(request.policyDocument(), "policyDocument"),
                request.description(),
                request.tags());
        return CreatePolicyResponse.builder()
                .policy(PolicyViews.View.of(policy).asCreated())
                .build();
    }

    @AwsAction
    GetPolicyResponse getPolicy(GetPolicyRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        PolicyViews.View view = views.require(scope, IamParams.arn(scope, request.policyArn(), "policyArn"));
        return GetPolicyResponse.builder().policy(views.inFull(scope, view)).build();
    }

    @AwsAction
    ListPoliciesResponse listPolicies(ListPoliciesRequest request, Call call) {
        IamPages.Slice<Policy> slice = views.list(IamScope.of(call.scope()), request);
        return slice.answer(ListPoliciesResponse.builder().policies(slice.items()));
    }

    @AwsAction
    DeletePolicyResponse deletePolicy(DeletePolicyRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        policies.delete(scope, IamParams.arn(scope, request.policyArn(), "policyArn"));
        return DeletePolicyResponse.builder().build();
    }

    @AwsAction
    ListEntitiesForPolicyResponse listEntitiesForPolicy(ListEntitiesForPolicyRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        String arn = views.require(scope, IamParams.arn(scope, request.policyArn(), "policyArn"))
                .arn();
        IamPages.Slice<PolicyHolderEntity> slice = views.entities(scope, arn, request);
        return slice.answer(ListEntitiesForPolicyResponse.builder()
                .policyUsers(of(slice, IamKind.USER, user -> PolicyUser.builder()
                        .userName(user.name())
                        .userId(user.id())
                        .build()))
                .policyGroups(of(slice, IamKind.GROUP, group -> PolicyGroup.builder()
                        .groupName(group.name())
                        .groupId(group.id())
                        .build()))
                .policyRoles(of(slice, IamKind.ROLE, role -> PolicyRole.builder()
                        .roleName(role.name())
                        .roleId(role.id())
                        .build())));
    }

    private static <T> List<T> of(
            IamPages.Slice<PolicyHolderEntity> slice, IamKind kind, Function<PolicyHolderEntity, T> toWire) {
        return slice.items().stream()
                .filter(holder -> holder.kind() == kind)
                .map(toWire)
                .toList();
    }
}
