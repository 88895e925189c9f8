package io.vpclocal.network.networkacl;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;

/** DescribeNetworkAcls. */
@Component
class NetworkAclDescriptions {

    private static final Describe<NetworkAclEntity> DESCRIBE = Describe.<NetworkAclEntity>filters()
            .column("network-acl-id", "resourceId", NetworkAclEntity::id)
            .column("vpc-id", "vpcId", NetworkAclEntity::vpcId)
            .column("owner-id", "account", NetworkAclEntity::account)
            .filter("default", NetworkAclEntity::isDefault)
            .filter("association.association-id", acl -> acl.associations().stream()
                    .map(NetworkAclAssociationEntity::associationId)
                    .toList())
            .filter("association.network-acl-id", acl -> acl.subnetIds().isEmpty() ? null : acl.id())
            .filter("association.subnet-id", NetworkAclEntity::subnetIds)
            .filter("entry.cidr", of(rule -> rule.cidr().v4() ? rule.cidr() : null))
            .filter("entry.ipv6-cidr", of(rule -> rule.cidr().v4() ? null : rule.cidr()))
            .filter(
                    "entry.icmp.type",
                    of(rule -> rule.hasTypeAndCode() ? rule.traffic().from() : null))
            .filter(
                    "entry.icmp.code",
                    of(rule -> rule.hasTypeAndCode() ? rule.traffic().to() : null))
            .filter(
                    "entry.port-range.from",
                    of(rule -> port(rule, rule.traffic().from())))
            .filter("entry.port-range.to", of(rule -> port(rule, rule.traffic().to())))
            .filter("entry.protocol", NetworkAclDescriptions::protocols)
            .filter("entry.rule-action", of(NetworkAclWire::action))
            .filter("entry.egress", of(NetworkAclRule::egress))
            .filter("entry.rule-number", of(NetworkAclRule::number))
            .tags()
            .maxResults(MaxResults.named(5, 1000))
            .build();

    private final Describer describer;

    NetworkAclDescriptions(Describer describer) {
        this.describer = describer;
    }

    Page<NetworkAclEntity> describe(Scope scope, DescribeNetworkAclsRequest request) {
        return describer.page(
                DESCRIBE,
                NetworkAclEntity.class,
                NetworkAclService.KIND,
                scope,
                request.networkAclIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    private static Describe.Value<NetworkAclEntity> of(Function<NetworkAclRule, @Nullable Object> value) {
        return acl -> acl.rules().stream().map(value).filter(Objects::nonNull).toList();
    }

    private static @Nullable Object port(NetworkAclRule rule, int port) {
        return rule.traffic().tcpOrUdp() ? port : null;
    }

    /** Matches the protocol's number and name. */
    private static List<String> protocols(NetworkAclEntity acl) {
        return acl.rules().stream()
                .flatMap(rule -> Stream.of(
                        rule.traffic().protocolName(),
                        String.valueOf(rule.traffic().protocol())))
                .toList();
    }
}
