package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupPart;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The policies of log groups, one of each type per group. */
@Service
class GroupPolicyService implements LogGroupPart {

    private final GroupPolicies policies;
    private final Clock clock;

    GroupPolicyService(GroupPolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    Optional<GroupPolicyEntity> find(LogGroupEntity group, String type) {
        return policies.findByGroupSeqAndType(group.seq(), type);
    }

    /** @param group locked by the caller */
    GroupPolicyEntity put(LogGroupEntity group, String type, String document) {
        GroupPolicyEntity policy = find(group, type).orElseGet(() -> new GroupPolicyEntity(group.seq(), type));
        policy.define(document, clock.millis());
        return policies.save(policy);
    }

    /** Deletes a policy. True if there was one. */
    boolean delete(LogGroupEntity group, String type) {
        Optional<GroupPolicyEntity> found = find(group, type);
        found.ifPresent(policies::delete);
        return found.isPresent();
    }

    @Override
    public void groupDeleted(long group) {
        policies.findByGroupSeq(group).forEach(policies::delete);
    }
}
