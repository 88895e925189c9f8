package io.vpclocal.identity.iam.attachment;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.policy.PolicyTexts;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

@AwsController(AwsService.IAM)
class InlinePolicyController {

    private final InlinePolicies policies;

    InlinePolicyController(InlinePolicies policies) {
        this.policies = policies;
    }

    @AwsAction
    PutUserPolicyResponse putUserPolicy(PutUserPolicyRequest request, Call call) {
        policies.put(IamKind.USER, call, request.userName(), request.policyName(), request.policyDocument());
        return PutUserPolicyResponse.builder().build();
    }

    @AwsAction
    GetUserPolicyResponse getUserPolicy(GetUserPolicyRequest request, Call call) {
        InlinePolicies.Inline found = policies.get(IamKind.USER, call, request.userName(), request.policyName());
        return GetUserPolicyResponse.builder()
                .userName(found.holder())
                .policyName(found.name())
                .policyDocument(PolicyTexts.encoded(found.document()))
                .build();
    }

    @AwsAction
    DeleteUserPolicyResponse deleteUserPolicy(DeleteUserPolicyRequest request, Call call) {
        policies.delete(IamKind.USER, call, request.userName(), request.policyName());
        return DeleteUserPolicyResponse.builder().build();
    }

    @AwsAction
    ListUserPoliciesResponse listUserPolicies(ListUserPoliciesRequest request, Call call) {
        IamPages.Slice<String> slice =
                policies.list(IamKind.USER, call, request.userName(), request.marker(), request.maxItems());
        return slice.answer(ListUserPoliciesResponse.builder().policyNames(slice.items()));
    }

    @AwsAction
    PutGroupPolicyResponse putGroupPolicy(PutGroupPolicyRequest request, Call call) {
        policies.put(IamKind.GROUP, call, request.groupName(), request.policyName(), request.policyDocument());
        return PutGroupPolicyResponse.builder().build();
    }

    @AwsAction
    GetGroupPolicyResponse getGroupPolicy(GetGroupPolicyRequest request, Call call) {
        InlinePolicies.Inline found = policies.get(IamKind.GROUP, call, request.groupName(), request.policyName());
        return GetGroupPolicyResponse.builder()
                .groupName(found.holder())
                .policyName(found.name())
                .policyDocument(PolicyTexts.encoded(found.document()))
                .build();
    }

    @AwsAction
    DeleteGroupPolicyResponse deleteGroupPolicy(DeleteGroupPolicyRequest request, Call call) {
        policies.delete(IamKind.GROUP, call, request.groupName(), request.policyName());
        return DeleteGroupPolicyResponse.builder().build();
    }

    @AwsAction
    ListGroupPoliciesResponse listGroupPolicies(ListGroupPoliciesRequest request, Call call) {
        IamPages.Slice<String> slice =
                policies.list(IamKind.GROUP, call, request.groupName(), request.marker(), request.maxItems());
        return slice.answer(ListGroupPoliciesResponse.builder().policyNames(slice.items()));
    }

    @AwsAction
    PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest request, Call call) {
        policies.put(IamKind.ROLE, call, request.roleName(), request.policyName(), request.policyDocument());
        return PutRolePolicyResponse.builder().build();
    }

    @AwsAction
    GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request, Call call) {
        InlinePolicies.Inline found = policies.get(IamKind.ROLE, call, request.roleName(), request.policyName());
        return GetRolePolicyResponse.builder()
                .roleName(found.holder())
                .policyName(found.name())
                .policyDocument(PolicyTexts.encoded(found.document()))
                .build();
    }

    @AwsAction
    DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest request, Call call) {
        policies.delete(IamKind.ROLE, call, request.roleName(), request.policyName());
        return DeleteRolePolicyResponse.builder().build();
    }

    @AwsAction
    ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest request, Call call) {
        IamPages.Slice<String> slice =
                policies.list(IamKind.ROLE, call, request.roleName(), request.marker(), request.maxItems());
        return slice.answer(ListRolePoliciesResponse.builder().policyNames(slice.items()));
    }
}
