package io.vpclocal.network.networkacl;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.IcmpTypeCode;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.PortRange;

/** Expected answers: AWS documentation, EC2 API Reference, CreateNetworkAclEntry, unless a test says otherwise. */
@EmulatorTest
class NetworkAclEntryTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Acls acls;
    private String acl;

    @BeforeEach
    void newAcl() {
        ec2 = aws.ec2();
        acls = Acls.inNewVpc(ec2);
        acl = acls.create();
    }

    @ParameterizedTest
    @MethodSource
    void entriesAreShownAsAwsShowsThem(CreateNetworkAclEntryRequest.Builder entry, String text) {
        ec2.createNetworkAclEntry(entry.networkAclId(acl).build());
        assertThat(Acls.texts(acls.describe(acl))).contains(text);
    }

    static Stream<Arguments> entriesAreShownAsAwsShowsThem() {
        IcmpTypeCode ping = IcmpTypeCode.builder().type(8).code(-1).build();
        return Stream.of(
                Arguments.of(entry(), "in 10 allow 6 10.0.0.0/8 443-443"),
                Arguments.of(entry().egress(true).ruleAction("deny"), "out 10 deny 6 10.0.0.0/8 443-443"),
                Arguments.of(entry().ruleNumber(32766), "in 32766 allow 6 10.0.0.0/8 443-443"),
                Arguments.of(entry().cidrBlock("100.68.0.18/18"), "in 10 allow 6 100.68.0.0/18 443-443"),
                Arguments.of(
                        entry().cidrBlock(null).ipv6CidrBlock("2001:DB8::1/32"), "in 10 allow 6 2001:db8::/32 443-443"),
                Arguments.of(entry().protocol("tcp"), "in 10 allow 6 10.0.0.0/8 443-443"),
                Arguments.of(entry().protocol("-1"), "in 10 allow -1 10.0.0.0/8"),
                Arguments.of(entry().protocol("50"), "in 10 allow 50 10.0.0.0/8"),
                Arguments.of(entry().protocol("1").icmpTypeCode(ping), "in 10 allow 1 10.0.0.0/8 type 8 code -1"),
                Arguments.of(entry().protocol("58").icmpTypeCode(ping), "in 10 allow 58 10.0.0.0/8"),
                Arguments.of(
                        entry().protocol("58")
                                .icmpTypeCode(ping)
                                .cidrBlock(null)
                                .ipv6CidrBlock("::/0"),
                        "in 10 allow 58 ::/0 type 8 code -1"));
    }

    /** Codes: AWS documentation; the texts are our guess but for those of unknown protocols and no blocks. */
    @ParameterizedTest
    @MethodSource
    void invalidEntriesAreRejected(CreateNetworkAclEntryRequest.Builder entry, String code, String message) {
        Expect.awsError(
                code,
                message,
                () -> ec2.createNetworkAclEntry(entry.networkAclId(acl).build()));
        assertThat(acls.describe(acl).entries()).hasSize(2);
    }

    static Stream<Arguments> invalidEntriesAreRejected() {
        String value = "InvalidParameterValue";
        String missing = "MissingParameter";
        String must = "The request must contain the parameter ";
        return Stream.of(
                Arguments.of(
                        entry().ruleNumber(0),
                        value,
                        "Value (0) for parameter ruleNumber is invalid. Rule number must be between 1 and 32766."),
                Arguments.of(
                        entry().ruleNumber(32767),
                        value,
                        "Value (32767) for parameter ruleNumber is invalid. Rule number must be between 1 and 32766."),
                Arguments.of(entry().ruleNumber(null), missing, must + "ruleNumber"),
                Arguments.of(entry().egress(null), missing, must + "egress"),
                Arguments.of(entry().protocol(null), missing, must + "protocol"),
                Arguments.of(entry().portRange((PortRange) null), missing, must + "portRange"),
                Arguments.of(entry().protocol("1"), missing, must + "icmpTypeCode.type"),
                Arguments.of(entry().cidrBlock(null), missing, must + "cidrBlock or ipv6CidrBlock"),
                Arguments.of(
                        entry().ipv6CidrBlock("::/0"),
                        "InvalidParameterCombination",
                        "The parameter cidrBlock cannot be used with the parameter ipv6CidrBlock"),
                Arguments.of(entry().protocol("gre"), value, "Invalid value 'gre' for IP protocol. Unknown protocol."),
                Arguments.of(
                        entry().cidrBlock("10.0.0.0"),
                        value,
                        "Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block."),
                Arguments.of(
                        entry().cidrBlock(null).ipv6CidrBlock("10.0.0.0/8"),
                        value,
                        "Value (10.0.0.0/8) for parameter ipv6CidrBlock is invalid. This is not a valid CIDR block."),
                Arguments.of(entry().portRange(p -> p.from(443).to(80)), value, "Invalid TCP/UDP port range (443:80)"),
                Arguments.of(
                        entry().portRange(p -> p.from(0).to(65536)), value, "Invalid TCP/UDP port range (0:65536)"),
                Arguments.of(entry().portRange(p -> p.from(-1).to(-1)), value, "Invalid TCP/UDP port range (-1:-1)"),
                Arguments.of(
                        entry().protocol("1").icmpTypeCode(i -> i.type(256).code(0)),
                        value,
                        "Invalid ICMP type and code (256:0)"),
                Arguments.of(
                        entry().protocol("1").icmpTypeCode(i -> i.type(-1).code(0)),
                        value,
                        "Invalid ICMP type and code (-1:0)"));
    }

    /** The first text: recorded from AWS; the second: our guess after it. */
    @Test
    void aRuleNumberIsUniquePerDirection() {
        ec2.createNetworkAclEntry(entry().networkAclId(acl).build());
        Expect.awsError(
                "NetworkAclEntryAlreadyExists",
                "The network acl entry identified by 10 already exists.",
                () -> ec2.createNetworkAclEntry(entry().networkAclId(acl).build()));
        ec2.createNetworkAclEntry(entry().networkAclId(acl).egress(true).build());
        ec2.deleteNetworkAclEntry(r -> r.networkAclId(acl).egress(false).ruleNumber(10));
        assertThat(Acls.texts(acls.describe(acl)))
                .containsExactly(
                        "out 10 allow 6 10.0.0.0/8 443-443",
                        "out 32767 deny -1 0.0.0.0/0",
                        "in 32767 deny -1 0.0.0.0/0");
        Expect.awsError(
                "InvalidNetworkAclEntry.NotFound",
                "The network acl entry identified by 10 does not exist.",
                () -> ec2.deleteNetworkAclEntry(
                        r -> r.networkAclId(acl).egress(false).ruleNumber(10)));
    }

    @Test
    void onlyAnExistingEntryIsReplaced() {
        Expect.awsError("InvalidNetworkAclEntry.NotFound", this::replace);
        ec2.createNetworkAclEntry(entry().networkAclId(acl).build());
        replace();
        assertThat(Acls.texts(acls.describe(acl))).contains("in 10 deny 17 192.168.0.0/16 53-54");
    }

    @Test
    void theLastEntryCannotBeChanged() {
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.deleteNetworkAclEntry(
                        r -> r.networkAclId(acl).egress(false).ruleNumber(32767)));
    }

    @Test
    void entriesOfUnknownAclsAreRefused() {
        Expect.awsError(
                "InvalidNetworkAclID.NotFound",
                "The networkAcl ID 'acl-0123456789abcdef0' does not exist",
                () -> ec2.createNetworkAclEntry(
                        entry().networkAclId("acl-0123456789abcdef0").build()));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter networkAclId",
                () -> ec2.createNetworkAclEntry(entry().networkAclId(null).build()));
    }

    @Test
    void aclsAreFoundByEntriesAndAssociations() {
        String subnet = acls.subnet("10.0.0.0/24");
        ec2.createNetworkAclEntry(entry().networkAclId(acl).build());
        ec2.createNetworkAclEntry(entry().networkAclId(acl)
                .ruleNumber(11)
                .protocol("58")
                .icmpTypeCode(i -> i.type(128).code(0))
                .cidrBlock(null)
                .ipv6CidrBlock("2001:db8::/32")
                .build());
        NetworkAcl found = acls.describe(acl);
        for (String[] filter : new String[][] {
            {"entry.cidr", "10.*"},
            {"entry.ipv6-cidr", "2001:db8::/32"},
            {"entry.icmp.type", "128"},
            {"entry.icmp.code", "0"},
            {"entry.port-range.from", "443"},
            {"entry.port-range.to", "443"},
            {"entry.protocol", "tcp"},
            {"entry.protocol", "6"},
            {"entry.rule-action", "allow"},
            {"entry.egress", "true"},
            {"entry.rule-number", "11"},
            {"network-acl-id", acl},
            {"owner-id", found.ownerId()},
            {"default", "false"},
        }) {
            assertThat(acls.find(filter[0], filter[1])).as(filter[0]).contains(found);
        }
        NetworkAcl byDefault = acls.byDefault();
        for (String[] filter : new String[][] {
            {"association.subnet-id", subnet},
            {"association.network-acl-id", byDefault.networkAclId()},
            {"association.association-id", byDefault.associations().get(0).networkAclAssociationId()},
        }) {
            assertThat(acls.find(filter[0], filter[1])).as(filter[0]).isEqualTo(List.of(byDefault));
        }
        Expect.awsError(
                "InvalidParameterValue", "The filter 'entry.port' is invalid", () -> acls.find("entry.port", "1"));
    }

    private void replace() {
        ec2.replaceNetworkAclEntry(r -> r.networkAclId(acl)
                .ruleNumber(10)
                .egress(false)
                .ruleAction("deny")
                .protocol("17")
                .portRange(p -> p.from(53).to(54))
                .cidrBlock("192.168.0.0/16"));
    }

    private static CreateNetworkAclEntryRequest.Builder entry() {
        return Acls.entry("acl", 10);
    }
}
