package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.AccountPolicy;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteAccountPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteAccountPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeAccountPoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeAccountPoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutAccountPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutAccountPolicyResponse;

@AwsController(AwsService.LOGS)
class AccountPolicyController {

    private static final int NAME = 256;

    private final AccountPolicies policies;
    private final Clock clock;

    AccountPolicyController(AccountPolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @AwsAction(
            missing =
                    "the type METRIC_EXTRACTION_POLICY, and the effect of subscription filters, transformers and field indexes")
    PutAccountPolicyResponse putAccountPolicy(PutAccountPolicyRequest request, Call call) {
        String name = Constraints.require(request.policyName(), "policyName");
        String type = Constraints.require(request.policyTypeAsString(), "policyType");
        String document = Constraints.require(request.policyDocument(), "policyDocument");
        Constraints.length("policyName", name, 1, NAME);
        int most = AccountPolicyTypes.most(type);
        Scope scope = call.scope();
        AccountPolicyTypes.check(scope.account(), type, document, request.selectionCriteria());
        Optional<AccountPolicyEntity> present = find(scope, type, name);
        if (present.isEmpty() && ofType(scope, type).size() >= most) {
            throw LogsErrors.limitExceeded();
        }
        AccountPolicyEntity policy = present.orElseGet(() -> new AccountPolicyEntity(scope, type, name));
        policy.define(document, request.selectionCriteria(), clock.millis());
        return PutAccountPolicyResponse.builder()
                .accountPolicy(toWire(policies.save(policy)))
                .build();
    }

    @AwsAction
    DescribeAccountPoliciesResponse describeAccountPolicies(DescribeAccountPoliciesRequest request, Call call) {
        String type = Constraints.require(request.policyTypeAsString(), "policyType");
        NextTokens.refuse(request.nextToken());
        String account = call.scope().account();
        boolean own = request.accountIdentifiers().isEmpty()
                || request.accountIdentifiers().contains(account);
        List<AccountPolicyEntity> found = own ? ofType(call.scope(), type) : List.of();
        return DescribeAccountPoliciesResponse.builder()
                .accountPolicies(found.stream()
                        .filter(policy ->
                                request.policyName() == null || policy.name().equals(request.policyName()))
                        .map(AccountPolicyController::toWire)
                        .toList())
                .build();
    }

    @AwsAction
    DeleteAccountPolicyResponse deleteAccountPolicy(DeleteAccountPolicyRequest request, Call call) {
        String name = Constraints.require(request.policyName(), "policyName");
        String type = Constraints.require(request.policyTypeAsString(), "policyType");
        policies.delete(find(call.scope(), type, name).orElseThrow(() -> LogsErrors.noSuch("account policy")));
        return DeleteAccountPolicyResponse.builder().build();
    }

    private Optional<AccountPolicyEntity> find(Scope scope, String type, String name) {
        return policies.findByAccountAndRegionAndTypeAndName(scope.account(), scope.region(), type, name);
    }

    private List<AccountPolicyEntity> ofType(Scope scope, String type) {
        return policies.findByAccountAndRegionAndTypeOrderByName(scope.account(), scope.region(), type);
    }

    private static AccountPolicy toWire(AccountPolicyEntity policy) {
        return AccountPolicy.builder()
                .policyName(policy.name())
                .policyType(policy.type())
                .policyDocument(policy.document())
                .scope("ALL")
                .selectionCriteria(policy.selectionCriteria())
                .lastUpdatedTime(policy.updatedAt())
                .accountId(policy.scope().account())
                .build();
    }
}
