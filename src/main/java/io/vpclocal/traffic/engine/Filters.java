package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/** What decides whether a packet passes: security groups, network ACLs and endpoint policies. Each returns what stopped it. */
final class Filters {

    private final Walk walk;

    Filters(Walk walk) {
        this.walk = walk;
    }

    /** Asks the security groups of an interface. */
    @Nullable
    Stop groups(CompiledInterface at, Direction direction, Packet packet, @Nullable CompiledInterface remoteOwner) {
        GroupPolicy policy = at.policy;
        if (policy == null || walk.mirrors(direction)) {
            return null;
        }
        GroupPolicy.Rule allowing = walk.answer ? walk.connection.allowingRule(at) : null;
        if (allowing != null) {
            boolean tracked = at.alwaysTracked || walk.connection.forcesTracking;
            GroupPolicy.Rule open = tracked ? null : policy.untracked(direction, allowing, packet);
            walk.hops.add(open == null ? policy.tracked(direction) : open.hop());
            return null;
        }
        GroupPolicy.Rule rule = policy.match(direction, packet, direction.remote(packet), remoteOwner);
        if (rule == null) {
            if (!walk.answer && walk.overlooked.collects()) {
                walk.connection.allow(at, GroupPolicy.AS_IF);
            }
            return walk.stop(StopCode.ENI_SG_RULES_MISMATCH, policy.denial(direction), packet);
        }
        walk.hops.add(rule.hop());
        if (!walk.answer) {
            walk.connection.allow(at, rule);
        }
        return null;
    }

    /** Asks the network ACL of a subnet. */
    @Nullable
    Stop acl(CompiledSubnet subnet, Direction direction, Packet packet) {
        Hop decision = subnet.acl.decide(direction, packet);
        if (decision.decision() == Hop.Decision.DENY) {
            return walk.stop(StopCode.SUBNET_ACL_RESTRICTION, decision, packet);
        }
        walk.hops.add(decision);
        return null;
    }

    /** Asks the policy of an endpoint about the call to an AWS service that the flow carries. */
    void policy(Network.VpcEndpoint endpoint, Packet packet) {
        EndpointPolicyCheck.ApiCall call = walk.flow.apiCall();
        if (call == null || walk.answer) {
            return;
        }
        EndpointPolicyCheck.Decision decision = walk.network.endpointPolicies.check(endpoint, call, packet.source());
        Hop hop = new Hop(
                Hop.Stage.ENDPOINT_POLICY,
                decision.allowed() ? Hop.Decision.ALLOW : Hop.Decision.DENY,
                endpoint.id(),
                decision.rule(),
                decision.rule());
        walk.hops.add(hop);
        if (!decision.allowed()) {
            walk.apiDenial = new Stop(StopCode.ENDPOINT_POLICY_DENIED, hop, packet);
        }
    }
}
