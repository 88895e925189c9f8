package io.vpclocal.network.securitygroup;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;
import io.vpclocal.network.prefixlist.PrefixLists;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Reads security group rules from requests. */
@Component
class RuleReader {

    private final SecurityGroupService groups;
    private final PeerGroups peers;
    private final PrefixLists prefixLists;

    RuleReader(SecurityGroupService groups, PeerGroups peers, PrefixLists prefixLists) {
        this.groups = groups;
        this.peers = peers;
        this.prefixLists = prefixLists;
    }

    /**
     * One rule for each peer of each permission. Does not check that the peers exist.
     *
     * @throws AwsException if a permission has no protocol, no peer, impossible ports or a malformed block, or if one
     *     rule appears twice
     */
    List<RuleSpec> read(Scope scope, List<IpPermission> permissions) {
        List<RuleSpec> specs = new ArrayList<>();
        permissions.forEach(permission -> addAll(specs, scope, permission));
        requireDistinct(specs);
        return specs;
    }

    /** The new content of a modified rule. */
    static RuleSpec read(SecurityGroupRuleRequest request) {
        if ("-1".equals(request.ipProtocol()) && (given(request.fromPort()) || given(request.toPort()))) {
            throw SecurityGroupErrors.portsOfAllProtocols();
        }
        RuleTraffic traffic = TrafficReader.readChange(request.ipProtocol(), request.fromPort(), request.toPort());
        List<RulePeer> peers = new ArrayList<>();
        if (request.cidrIpv4() != null) {
            peers.add(range(request.cidrIpv4(), true));
        }
        if (request.cidrIpv6() != null) {
            peers.add(range(request.cidrIpv6(), false));
        }
        if (request.prefixListId() != null) {
            peers.add(new RulePeer.PrefixList(request.prefixListId()));
        }
        if (request.referencedGroupId() != null) {
            peers.add(new RulePeer.Group(request.referencedGroupId()));
        }
        if (peers.isEmpty()) {
            throw SecurityGroupErrors.noPeerToModify();
        }
        if (peers.size() > 1) {
            throw SecurityGroupErrors.onePeer();
        }
        return spec(traffic, peers.get(0), request.description());
    }

    /**
     * The rule with its resolved peer: a group in the same VPC or in a peer VPC.
     *
     * @throws AwsException if the peer is a group or prefix list that the group's rules cannot refer to
     */
    RuleSpec located(SecurityGroupEntity group, RuleSpec spec) {
        if (spec.peer() instanceof RulePeer.PrefixList list) {
            prefixLists.require(group.scope(), list.id());
        }
        if (!(spec.peer() instanceof RulePeer.Group other)) {
            return spec;
        }
        Optional<SecurityGroupEntity> own = groups.find(group.scope(), other.id());
        if (own.filter(found -> found.vpcId().equals(group.vpcId())).isPresent()) {
            return spec;
        }
        return peers.find(group, other.id())
                .map(spec::withPeer)
                .orElseThrow(() ->
                        own.isPresent() ? Ec2Errors.groupOfOtherVpc() : SecurityGroupService.KIND.missing(other.id()));
    }

    /** @throws AwsException {@code InvalidGroup.NotFound} if a permission names an account that does not own the group */
    static void requireOwners(SecurityGroupEntity group, List<IpPermission> permissions, List<RuleSpec> located) {
        Map<String, String> owners = new HashMap<>();
        for (RuleSpec spec : located) {
            PeerGroup behind = spec.behind();
            owners.put(spec.peer().text(), behind == null ? group.account() : behind.account());
        }
        permissions.stream()
                .flatMap(permission -> permission.userIdGroupPairs().stream())
                .filter(pair -> pair.groupId() != null && pair.userId() != null)
                .filter(pair -> !pair.userId().equals(owners.get(pair.groupId())))
                .findFirst()
                .ifPresent(pair -> {
                    throw SecurityGroupService.KIND.notFound(pair.groupId());
                });
    }

    static void requireDistinct(List<RuleSpec> specs) {
        if (specs.stream().map(RuleSpec::withoutDescription).distinct().count() < specs.size()) {
            throw SecurityGroupErrors.repeated();
        }
    }

    /** @throws AwsException {@code InvalidParameterValue} if the text is too long or has invalid characters */
    static @Nullable String description(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!SecurityGroupLimits.TEXT.matcher(text).matches()) {
            throw SecurityGroupErrors.badRuleDescription();
        }
        return text;
    }

    private void addAll(List<RuleSpec> specs, Scope scope, IpPermission permission) {
        RuleTraffic traffic = TrafficReader.read(permission.ipProtocol(), permission.fromPort(), permission.toPort());
        int before = specs.size();
        permission
                .ipRanges()
                .forEach(range -> specs.add(spec(traffic, range(range.cidrIp(), true), range.description())));
        permission
                .ipv6Ranges()
                .forEach(range -> specs.add(spec(traffic, range(range.cidrIpv6(), false), range.description())));
        permission
                .prefixListIds()
                .forEach(list ->
                        specs.add(spec(traffic, new RulePeer.PrefixList(list.prefixListId()), list.description())));
        permission.userIdGroupPairs().forEach(pair -> specs.add(spec(traffic, group(scope, pair), pair.description())));
        if (specs.size() == before) {
            throw SecurityGroupErrors.noPeer();
        }
    }

    private RulePeer group(Scope scope, UserIdGroupPair pair) {
        if (pair.groupId() != null) {
            return new RulePeer.Group(pair.groupId());
        }
        if (pair.groupName() == null) {
            throw SecurityGroupErrors.pairWithoutGroup();
        }
        return new RulePeer.Group(groups.idsOf(scope, List.of(pair.groupName())).get(0));
    }

    private static RuleSpec spec(RuleTraffic traffic, RulePeer peer, @Nullable String description) {
        return new RuleSpec(traffic, peer, description(description));
    }

    private static RulePeer range(@Nullable String text, boolean v4) {
        String cidr = text == null ? "" : text;
        return Cidr.parse(cidr)
                .filter(block -> block.v4() == v4)
                .map(RulePeer.Range::new)
                .orElseThrow(() -> SecurityGroupErrors.cidrMalformed(cidr));
    }

    private static boolean given(@Nullable Integer port) {
        return port != null && port != -1;
    }
}
