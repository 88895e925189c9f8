package io.vpclocal.network.networkacl;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;

/** Helper for the ACLs of one VPC. */
record Acls(Ec2Client ec2, String vpc) {

    static Acls inNewVpc(Ec2Client ec2) {
        return new Acls(
                ec2, ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId());
    }

    String create() {
        return ec2.createNetworkAcl(r -> r.vpcId(vpc)).networkAcl().networkAclId();
    }

    String subnet(String cidr) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr)).subnet().subnetId();
    }

    NetworkAcl byDefault() {
        return find("default", "true").get(0);
    }

    NetworkAcl describe(String id) {
        return ec2.describeNetworkAcls(r -> r.networkAclIds(id)).networkAcls().get(0);
    }

    List<NetworkAcl> find(String filter, String... values) {
        return ec2.describeNetworkAcls(r -> r.filters(filter("vpc-id", vpc), filter(filter, values)))
                .networkAcls();
    }

    static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    /** An inbound entry that allows HTTPS. */
    static CreateNetworkAclEntryRequest.Builder entry(String acl, int number) {
        return CreateNetworkAclEntryRequest.builder()
                .networkAclId(acl)
                .ruleNumber(number)
                .egress(false)
                .ruleAction("allow")
                .protocol("6")
                .portRange(p -> p.from(443).to(443))
                .cidrBlock("10.0.0.0/8");
    }

    /** Entries in short: {@code in 100 allow -1 0.0.0.0/0}. */
    static List<String> texts(NetworkAcl acl) {
        return acl.entries().stream().map(Acls::text).toList();
    }

    private static String text(NetworkAclEntry entry) {
        return (entry.egress() ? "out " : "in ") + entry.ruleNumber() + " " + entry.ruleActionAsString() + " "
                + entry.protocol() + " " + (entry.cidrBlock() == null ? entry.ipv6CidrBlock() : entry.cidrBlock())
                + (entry.portRange() == null
                        ? ""
                        : " " + entry.portRange().from() + "-"
                                + entry.portRange().to())
                + (entry.icmpTypeCode() == null
                        ? ""
                        : " type " + entry.icmpTypeCode().type() + " code "
                                + entry.icmpTypeCode().code());
    }
}
