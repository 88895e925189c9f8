package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupIdentifier;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.masking.ProtectionPolicy;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDataProtectionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteIndexPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteIndexPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeFieldIndexesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeFieldIndexesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeIndexPoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeIndexPoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FieldIndex;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDataProtectionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.IndexPolicy;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDataProtectionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutIndexPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutIndexPolicyResponse;

/** Data protection policies and index policies of log groups. */
@AwsController(AwsService.LOGS)
class GroupPolicyController {

    private final LogGroupService groups;
    private final GroupPolicyService service;
    private final AccountPolicies accountPolicies;

    GroupPolicyController(LogGroupService groups, GroupPolicyService service, AccountPolicies accountPolicies) {
        this.groups = groups;
        this.service = service;
        this.accountPolicies = accountPolicies;
    }

    @AwsAction(
            missing =
                    "audit findings, and the detection of names, addresses and the identifiers of single countries except Ssn-US and PhoneNumber-US")
    PutDataProtectionPolicyResponse putDataProtectionPolicy(PutDataProtectionPolicyRequest request, Call call) {
        String identifier = Constraints.require(request.logGroupIdentifier(), "logGroupIdentifier");
        String document = Constraints.require(request.policyDocument(), "policyDocument");
        Constraints.length("policyDocument", document, 1, 30_720);
        ProtectionPolicy.parse(document);
        LogGroupEntity group = LogGroupService.requireStandard(lock(call.scope(), identifier));
        GroupPolicyEntity policy = service.put(group, GroupPolicyEntity.DATA_PROTECTION, document);
        return PutDataProtectionPolicyResponse.builder()
                .logGroupIdentifier(identifier)
                .policyDocument(document)
                .lastUpdatedTime(policy.updatedAt())
                .build();
    }

    @AwsAction
    GetDataProtectionPolicyResponse getDataProtectionPolicy(GetDataProtectionPolicyRequest request, Call call) {
        String identifier = Constraints.require(request.logGroupIdentifier(), "logGroupIdentifier");
        LogGroupEntity group = require(call.scope(), identifier);
        Optional<GroupPolicyEntity> policy = service.find(group, GroupPolicyEntity.DATA_PROTECTION);
        return GetDataProtectionPolicyResponse.builder()
                .logGroupIdentifier(identifier)
                .policyDocument(policy.map(GroupPolicyEntity::document).orElse(null))
                .lastUpdatedTime(policy.map(GroupPolicyEntity::updatedAt).orElse(null))
                .build();
    }

    @AwsAction
    DeleteDataProtectionPolicyResponse deleteDataProtectionPolicy(
            DeleteDataProtectionPolicyRequest request, Call call) {
        String identifier = Constraints.require(request.logGroupIdentifier(), "logGroupIdentifier");
        service.delete(lock(call.scope(), identifier), GroupPolicyEntity.DATA_PROTECTION);
        return DeleteDataProtectionPolicyResponse.builder().build();
    }

    @AwsAction(missing = "indexes: queries read all events")
    PutIndexPolicyResponse putIndexPolicy(PutIndexPolicyRequest request, Call call) {
        String identifier = Constraints.require(request.logGroupIdentifier(), "logGroupIdentifier");
        String document = Constraints.require(request.policyDocument(), "policyDocument");
        IndexDocument.fields(document);
        LogGroupEntity group = LogGroupService.requireStandard(lock(call.scope(), identifier));
        GroupPolicyEntity policy = service.put(group, GroupPolicyEntity.INDEX, document);
        return PutIndexPolicyResponse.builder()
                .indexPolicy(ofGroup(group, policy))
                .build();
    }

    @AwsAction
    DescribeIndexPoliciesResponse describeIndexPolicies(DescribeIndexPoliciesRequest request, Call call) {
        NextTokens.refuse(request.nextToken());
        List<IndexPolicy> found = new ArrayList<>();
        for (String identifier : request.logGroupIdentifiers()) {
            policy(require(call.scope(), identifier)).ifPresent(found::add);
        }
        return DescribeIndexPoliciesResponse.builder().indexPolicies(found).build();
    }

    @AwsAction
    DeleteIndexPolicyResponse deleteIndexPolicy(DeleteIndexPolicyRequest request, Call call) {
        String identifier = Constraints.require(request.logGroupIdentifier(), "logGroupIdentifier");
        if (!service.delete(lock(call.scope(), identifier), GroupPolicyEntity.INDEX)) {
            throw LogsErrors.noSuch("index policy");
        }
        return DeleteIndexPolicyResponse.builder().build();
    }

    @AwsAction(missing = "the times of scans and events, because there are no indexes")
    DescribeFieldIndexesResponse describeFieldIndexes(DescribeFieldIndexesRequest request, Call call) {
        NextTokens.refuse(request.nextToken());
        List<FieldIndex> found = new ArrayList<>();
        for (String identifier : request.logGroupIdentifiers()) {
            LogGroupEntity group = require(call.scope(), identifier);
            policy(group)
                    .map(policy -> IndexDocument.fields(policy.policyDocument()))
                    .orElse(List.of())
                    .forEach(field -> found.add(FieldIndex.builder()
                            .logGroupIdentifier(group.arn())
                            .fieldIndexName(field)
                            .type("FIELD_INDEX")
                            .build()));
        }
        return DescribeFieldIndexesResponse.builder().fieldIndexes(found).build();
    }

    /** The policy of the group, or else that of the account. */
    private Optional<IndexPolicy> policy(LogGroupEntity group) {
        Optional<IndexPolicy> own = service.find(group, GroupPolicyEntity.INDEX).map(policy -> ofGroup(group, policy));
        return own.or(() -> accountPolicies
                .findByAccountAndRegionAndTypeOrderByName(
                        group.scope().account(), group.scope().region(), AccountPolicyTypes.FIELD_INDEX)
                .stream()
                .filter(policy -> policy.selectionCriteria() == null)
                .findFirst()
                .map(policy -> wire(group, policy.document(), policy.updatedAt(), "ACCOUNT", policy.name())));
    }

    private static IndexPolicy ofGroup(LogGroupEntity group, GroupPolicyEntity policy) {
        return wire(group, policy.document(), policy.updatedAt(), "LOG_GROUP", null);
    }

    private static IndexPolicy wire(
            LogGroupEntity group, String document, long updatedAt, String source, @Nullable String name) {
        return IndexPolicy.builder()
                .logGroupIdentifier(group.arn())
                .policyDocument(document)
                .lastUpdateTime(updatedAt)
                .source(source)
                .policyName(name)
                .build();
    }

    private LogGroupEntity require(Scope scope, String identifier) {
        return groups.require(scope, name(scope, identifier));
    }

    private LogGroupEntity lock(Scope scope, String identifier) {
        return groups.lock(scope, name(scope, identifier));
    }

    /** Terraform appends {@code :*} to the ARNs of some resources. */
    private static LogGroupName name(Scope scope, String identifier) {
        String plain = identifier.endsWith(":*") ? identifier.substring(0, identifier.length() - 2) : identifier;
        return LogGroupIdentifier.name(scope, "logGroupIdentifier", plain);
    }
}
