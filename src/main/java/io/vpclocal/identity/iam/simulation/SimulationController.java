package io.vpclocal.identity.iam.simulation;

import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

@AwsController(AwsService.IAM)
class SimulationController {

    private final Simulator simulator;
    private final IamPages pages;

    SimulationController(Simulator simulator, IamPages pages) {
        this.simulator = simulator;
        this.pages = pages;
    }

    @AwsAction
    SimulateCustomPolicyResponse simulateCustomPolicy(SimulateCustomPolicyRequest request, Call call) {
        Simulator.Input input = new Simulator.Input(
                request.policyInputList(),
                request.permissionsBoundaryPolicyInputList(),
                request.actionNames(),
                request.resourceArns(),
                request.resourcePolicy(),
                request.resourceOwner(),
                request.callerArn(),
                request.contextEntries());
        IamPages.Slice<Simulator.Result> slice =
                page(simulator.custom(IamScope.of(call.scope()), input), request, request.marker(), request.maxItems());
        return slice.answer(
                SimulateCustomPolicyResponse.builder().evaluationResults(slice.map(Simulator.Result::result)));
    }

    @AwsAction
    SimulatePrincipalPolicyResponse simulatePrincipalPolicy(SimulatePrincipalPolicyRequest request, Call call) {
        Simulator.Input input = new Simulator.Input(
                request.policyInputList(),
                request.permissionsBoundaryPolicyInputList(),
                request.actionNames(),
                request.resourceArns(),
                request.resourcePolicy(),
                request.resourceOwner(),
                request.callerArn(),
                request.contextEntries());
        String source = IamParams.arn(request.policySourceArn(), "policySourceArn");
        IamPages.Slice<Simulator.Result> slice = page(
                simulator.principal(IamScope.of(call.scope()), source, input),
                request,
                request.marker(),
                request.maxItems());
        return slice.answer(
                SimulatePrincipalPolicyResponse.builder().evaluationResults(slice.map(Simulator.Result::result)));
    }

    @AwsAction
    GetContextKeysForCustomPolicyResponse getContextKeysForCustomPolicy(GetContextKeysForCustomPolicyRequest request) {
        return GetContextKeysForCustomPolicyResponse.builder()
                .contextKeyNames(simulator.contextKeys(request.policyInputList()))
                .build();
    }

    @AwsAction
    GetContextKeysForPrincipalPolicyResponse getContextKeysForPrincipalPolicy(
            GetContextKeysForPrincipalPolicyRequest request, Call call) {
        String source = IamParams.arn(request.policySourceArn(), "policySourceArn");
        return GetContextKeysForPrincipalPolicyResponse.builder()
                .contextKeyNames(simulator.contextKeys(IamScope.of(call.scope()), source, request.policyInputList()))
                .build();
    }

    private IamPages.Slice<Simulator.Result> page(
            List<Simulator.Result> results, SdkPojo request, @Nullable String marker, @Nullable Integer maxItems) {
        String query = request.getClass().getSimpleName() + results.size();
        return pages.of(results, Simulator.Result::place, query, marker, maxItems);
    }
}
