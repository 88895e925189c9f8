package io.vpclocal.identity.iam.tag;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

@AwsController(AwsService.IAM)
class IamTagController {

    private final IamTagService taggables;

    IamTagController(IamTagService taggables) {
        this.taggables = taggables;
    }

    @AwsAction
    TagUserResponse tagUser(TagUserRequest request, Call call) {
        taggables.tag(IamKind.USER, call, request.userName(), request.tags());
        return TagUserResponse.builder().build();
    }

    @AwsAction
    UntagUserResponse untagUser(UntagUserRequest request, Call call) {
        taggables.untag(IamKind.USER, call, request.userName(), request.tagKeys());
        return UntagUserResponse.builder().build();
    }

    @AwsAction
    ListUserTagsResponse listUserTags(ListUserTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice =
                taggables.list(IamKind.USER, call, request.userName(), request.marker(), request.maxItems());
        return slice.answer(ListUserTagsResponse.builder().tags(slice.items()));
    }

    @AwsAction
    TagRoleResponse tagRole(TagRoleRequest request, Call call) {
        taggables.tag(IamKind.ROLE, call, request.roleName(), request.tags());
        return TagRoleResponse.builder().build();
    }

    @AwsAction
    UntagRoleResponse untagRole(UntagRoleRequest request, Call call) {
        taggables.untag(IamKind.ROLE, call, request.roleName(), request.tagKeys());
        return UntagRoleResponse.builder().build();
    }

    @AwsAction
    ListRoleTagsResponse listRoleTags(ListRoleTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice =
                taggables.list(IamKind.ROLE, call, request.roleName(), request.marker(), request.maxItems());
        return slice.answer(ListRoleTagsResponse.builder().tags(slice.items()));
    }

    @AwsAction
    TagPolicyResponse tagPolicy(TagPolicyRequest request, Call call) {
        taggables.tag(IamKind.POLICY, call, request.policyArn(), request.tags());
        return TagPolicyResponse.builder().build();
    }

    @AwsAction
    UntagPolicyResponse untagPolicy(UntagPolicyRequest request, Call call) {
        taggables.untag(IamKind.POLICY, call, request.policyArn(), request.tagKeys());
        return UntagPolicyResponse.builder().build();
    }

    @AwsAction
    ListPolicyTagsResponse listPolicyTags(ListPolicyTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice =
                taggables.list(IamKind.POLICY, call, request.policyArn(), request.marker(), request.maxItems());
        return slice.answer(ListPolicyTagsResponse.builder().tags(slice.items()));
    }

    @AwsAction
    TagInstanceProfileResponse tagInstanceProfile(TagInstanceProfileRequest request, Call call) {
        taggables.tag(IamKind.INSTANCE_PROFILE, call, request.instanceProfileName(), request.tags());
        return TagInstanceProfileResponse.builder().build();
    }

    @AwsAction
    UntagInstanceProfileResponse untagInstanceProfile(UntagInstanceProfileRequest request, Call call) {
        taggables.untag(IamKind.INSTANCE_PROFILE, call, request.instanceProfileName(), request.tagKeys());
        return UntagInstanceProfileResponse.builder().build();
    }

    @AwsAction
    ListInstanceProfileTagsResponse listInstanceProfileTags(ListInstanceProfileTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice = taggables.list(
                IamKind.INSTANCE_PROFILE, call, request.instanceProfileName(), request.marker(), request.maxItems());
        return slice.answer(ListInstanceProfileTagsResponse.builder().tags(slice.items()));
    }
}
