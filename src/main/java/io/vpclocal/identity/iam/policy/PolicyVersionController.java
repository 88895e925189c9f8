package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

@AwsController(AwsService.IAM)
class PolicyVersionController {

    private final Policies policies;
    private final PolicyViews views;
    private final IamPages pages;

    PolicyVersionController(Policies policies, PolicyViews views, IamPages pages) {
        this.policies = policies;
        this.views = views;
        this.pages = pages;
    }

    @AwsAction
    CreatePolicyVersionResponse createPolicyVersion(CreatePolicyVersionRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        boolean inForce = Boolean.TRUE.equals(request.setAsDefault());
        PolicyVersionRow version = policies.addVersion(
                scope,
                IamParams.arn(scope, request.policyArn(), "policyArn"),
                IamParams.require(request.policyDocument(), "policyDocument"),
                inForce);
        return CreatePolicyVersionResponse.builder()
                .policyVersion(v -> v.versionId("v" + version.number())
                        .isDefaultVersion(inForce)
                        .createDate(IamWire.seconds(version.createdAt())))
                .build();
    }

    @AwsAction
    GetPolicyVersionResponse getPolicyVersion(GetPolicyVersionRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        PolicyViews.View view = views.require(scope, IamParams.arn(scope, request.policyArn(), "policyArn"));
        String versionId = IamParams.require(request.versionId(), "versionId");
        PolicyVersion version = view.versions().stream()
                .filter(v -> v.versionId().equals(versionId))
                .findFirst()
                .orElseThrow(() -> IamErrors.versionNotFound(view.arn(), versionId));
        return GetPolicyVersionResponse.builder().policyVersion(version).build();
    }

    @AwsAction
    ListPolicyVersionsResponse listPolicyVersions(ListPolicyVersionsRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        PolicyViews.View view = views.require(scope, IamParams.arn(scope, request.policyArn(), "policyArn"));
        // The newest is first, so version numbers descend.
        IamPages.Slice<PolicyVersion> slice = pages.of(
                view.versions(),
                version -> String.valueOf((char) (Character.MAX_VALUE
                        - Integer.parseInt(version.versionId().substring(1)))),
                "ListPolicyVersions\n" + view.id(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListPolicyVersionsResponse.builder()
                .versions(
                        slice.map(version -> version.toBuilder().document(null).build())));
    }

    @AwsAction
    SetDefaultPolicyVersionResponse setDefaultPolicyVersion(SetDefaultPolicyVersionRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        policies.putInForce(
                scope,
                IamParams.arn(scope, request.policyArn(), "policyArn"),
                IamParams.require(request.versionId(), "versionId"));
        return SetDefaultPolicyVersionResponse.builder().build();
    }

    @AwsAction
    DeletePolicyVersionResponse deletePolicyVersion(DeletePolicyVersionRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        policies.deleteVersion(
                scope,
                IamParams.arn(scope, request.policyArn(), "policyArn"),
                IamParams.require(request.versionId(), "versionId"));
        return DeletePolicyVersionResponse.builder().build();
    }
}
