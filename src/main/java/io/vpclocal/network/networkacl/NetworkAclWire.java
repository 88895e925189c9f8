package io.vpclocal.network.networkacl;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Network ACLs as the API shows them. */
final class NetworkAclWire {

    private NetworkAclWire() {}

    static NetworkAcl toWire(NetworkAclEntity acl, List<Tag> tags) {
        return NetworkAcl.builder()
                .networkAclId(acl.id())
                .vpcId(acl.vpcId())
                .ownerId(acl.account())
                .isDefault(acl.isDefault())
                .entries(acl.rules().stream().map(NetworkAclWire::toWire).toList())
                .associations(acl.associations().stream()
                        .map(association -> toWire(association, acl.id()))
                        .toList())
                .tags(tags)
                .build();
    }

    private static NetworkAclAssociation toWire(NetworkAclAssociationEntity association, String aclId) {
        return NetworkAclAssociation.builder()
                .networkAclAssociationId(association.associationId())
                .networkAclId(aclId)
                .subnetId(association.subnetId())
                .build();
    }

    private static NetworkAclEntry toWire(NetworkAclRule rule) {
        NetworkAclEntry.Builder entry = NetworkAclEntry.builder()
                .ruleNumber(rule.number())
                .egress(rule.egress())
                .ruleAction(action(rule))
                .protocol(String.valueOf(rule.traffic().protocol()))
                .cidrBlock(rule.cidr().v4() ? rule.cidr().toString() : null)
                .ipv6CidrBlock(rule.cidr().v4() ? null : rule.cidr().toString());
        if (rule.traffic().tcpOrUdp()) {
            entry.portRange(
                    range -> range.from(rule.traffic().from()).to(rule.traffic().to()));
        }
        if (rule.hasTypeAndCode()) {
            entry.icmpTypeCode(
                    icmp -> icmp.type(rule.traffic().from()).code(rule.traffic().to()));
        }
        return entry.build();
    }

    static String action(NetworkAclRule rule) {
        return rule.allow() ? "allow" : "deny";
    }
}
