package io.vpclocal.identity.iam.attachment;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;

@AwsController(AwsService.IAM)
class AttachedPolicyController {

    private final AttachedPolicies policies;

    AttachedPolicyController(AttachedPolicies policies) {
        this.policies = policies;
    }

    @AwsAction
    AttachUserPolicyResponse attachUserPolicy(AttachUserPolicyRequest request, Call call) {
        policies.attach(IamKind.USER, call, request.userName(), request.policyArn());
        return AttachUserPolicyResponse.builder().build();
    }

    @AwsAction
    DetachUserPolicyResponse detachUserPolicy(DetachUserPolicyRequest request, Call call) {
        policies.detach(IamKind.USER, call, request.userName(), request.policyArn());
        return DetachUserPolicyResponse.builder().build();
    }

    @AwsAction
    ListAttachedUserPoliciesResponse listAttachedUserPolicies(ListAttachedUserPoliciesRequest request, Call call) {
        IamPages.Slice<AttachedPolicy> slice = policies.list(
                IamKind.USER, call, request.userName(), request.pathPrefix(), request.marker(), request.maxItems());
        return slice.answer(ListAttachedUserPoliciesResponse.builder().attachedPolicies(slice.items()));
    }

    @AwsAction
    AttachGroupPolicyResponse attachGroupPolicy(AttachGroupPolicyRequest request, Call call) {
        policies.attach(IamKind.GROUP, call, request.groupName(), request.policyArn());
        return AttachGroupPolicyResponse.builder().build();
    }

    @AwsAction
    DetachGroupPolicyResponse detachGroupPolicy(DetachGroupPolicyRequest request, Call call) {
        policies.detach(IamKind.GROUP, call, request.groupName(), request.policyArn());
        return DetachGroupPolicyResponse.builder().build();
    }

    @AwsAction
    ListAttachedGroupPoliciesResponse listAttachedGroupPolicies(ListAttachedGroupPoliciesRequest request, Call call) {
        IamPages.Slice<AttachedPolicy> slice = policies.list(
                IamKind.GROUP, call, request.groupName(), request.pathPrefix(), request.marker(), request.maxItems());
        return slice.answer(ListAttachedGroupPoliciesResponse.builder().attachedPolicies(slice.items()));
    }

    @AwsAction
    AttachRolePolicyResponse attachRolePolicy(AttachRolePolicyRequest request, Call call) {
        policies.attach(IamKind.ROLE, call, request.roleName(), request.policyArn());
        return AttachRolePolicyResponse.builder().build();
    }

    @AwsAction
    DetachRolePolicyResponse detachRolePolicy(DetachRolePolicyRequest request, Call call) {
        policies.detach(IamKind.ROLE, call, request.roleName(), request.policyArn());
        return DetachRolePolicyResponse.builder().build();
    }

    @AwsAction
    ListAttachedRolePoliciesResponse listAttachedRolePolicies(ListAttachedRolePoliciesRequest request, Call call) {
        IamPages.Slice<AttachedPolicy> slice = policies.list(
                IamKind.ROLE, call, request.roleName(), request.pathPrefix(), request.marker(), request.maxItems());
        return slice.answer(ListAttachedRolePoliciesResponse.builder().attachedPolicies(slice.items()));
    }
}
