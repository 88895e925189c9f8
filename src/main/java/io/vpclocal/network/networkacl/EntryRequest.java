package io.vpclocal.network.networkacl;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;
import io.vpclocal.resource.Ec2Errors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.IcmpTypeCode;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryRequest;

/** An entry in the requests to create or replace one. */
record EntryRequest(
        @Nullable Integer number,
        @Nullable Boolean egress,
        @Nullable String action,
        @Nullable String protocol,
        @Nullable String cidrBlock,
        @Nullable String ipv6CidrBlock,
        @Nullable PortRange ports,
        @Nullable IcmpTypeCode icmp) {

    static EntryRequest of(CreateNetworkAclEntryRequest request) {
        return new EntryRequest(
                request.ruleNumber(),
                request.egress(),
                request.ruleActionAsString(),
                request.protocol(),
                request.cidrBlock(),
                request.ipv6CidrBlock(),
                request.portRange(),
                request.icmpTypeCode());
    }

    static EntryRequest of(ReplaceNetworkAclEntryRequest request) {
        return new EntryRequest(
                request.ruleNumber(),
                request.egress(),
                request.ruleActionAsString(),
                request.protocol(),
                request.cidrBlock(),
                request.ipv6CidrBlock(),
                request.portRange(),
                request.icmpTypeCode());
    }

    /** @throws AwsException if a member is missing or not valid */
    NetworkAclRule toRule() {
        int ruleNumber = require(number, "ruleNumber");
        boolean outbound = require(egress, "egress");
        boolean allow = require(action, "ruleAction").equals("allow");
        String protocolText = require(protocol, "protocol");
        requireNumber(ruleNumber);
        Cidr cidr = cidr();
        return new NetworkAclRule(ruleNumber, outbound, allow, traffic(protocolText, cidr), cidr);
    }

    static void requireNumber(int number) {
        if (number < NetworkAclLimits.FIRST_NUMBER || number > NetworkAclLimits.LAST_NUMBER) {
            throw NetworkAclErrors.numberOutOfRange(number);
        }
    }

    private Cidr cidr() {
        if (cidrBlock == null && ipv6CidrBlock == null) {
            throw NetworkAclErrors.cidrMissing();
        }
        if (cidrBlock != null && ipv6CidrBlock != null) {
            throw NetworkAclErrors.oneCidr();
        }
        return cidrBlock != null ? cidr("cidrBlock", cidrBlock, true) : cidr("ipv6CidrBlock", ipv6CidrBlock, false);
    }

    private static Cidr cidr(String parameter, @Nullable String text, boolean v4) {
        String given = text == null ? "" : text;
        return Cidr.parse(given)
                .filter(cidr -> cidr.v4() == v4)
                .orElseThrow(() -> Ec2Errors.notACidr(parameter, given));
    }

    private RuleTraffic traffic(String protocolText, Cidr cidr) {
        int protocolNumber =
                RuleTraffic.protocolNumber(protocolText).orElseThrow(() -> Ec2Errors.unknownProtocol(protocolText));
        return switch (protocolNumber) {
            case RuleTraffic.TCP, RuleTraffic.UDP -> ports(protocolNumber);
            case RuleTraffic.ICMP -> icmp(protocolNumber);
            case RuleTraffic.ICMPV6 -> cidr.v4() ? RuleTraffic.all(protocolNumber) : icmp(protocolNumber);
            default -> RuleTraffic.all(protocolNumber);
        };
    }

    private RuleTraffic ports(int protocolNumber) {
        PortRange range = require(ports, "portRange");
        Integer from = range.from();
        Integer to = range.to();
        if (from == null || to == null || from < 0 || to > RuleTraffic.LARGEST_PORT || from > to) {
            throw Ec2Errors.portRange(from, to);
        }
        return new RuleTraffic(protocolNumber, from, to);
    }

    private RuleTraffic icmp(int protocolNumber) {
        IcmpTypeCode typeCode = require(icmp, "icmpTypeCode.type");
        Integer type = typeCode.type();
        Integer code = typeCode.code();
        if (!possible(type) || !possible(code) || (type == RuleTraffic.ANY && code != RuleTraffic.ANY)) {
            throw NetworkAclErrors.icmp(type, code);
        }
        return new RuleTraffic(protocolNumber, type, code);
    }

    private static boolean possible(@Nullable Integer number) {
        return number != null && number >= RuleTraffic.ANY && number <= RuleTraffic.LARGEST_BYTE;
    }
}
