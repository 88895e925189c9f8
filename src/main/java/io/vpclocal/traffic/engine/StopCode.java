package io.vpclocal.traffic.engine;

/**
 * Why a packet was stopped. Names are the explanation codes of VPC Reachability Analyzer where it has one (AWS
 * documentation, Reachability Analyzer guide: explanation codes); the others are ours.
 */
public enum StopCode {
    ENI_SG_RULES_MISMATCH("no {adjective} rule of {component} allows {traffic} {preposition} {remote}"),
    SUBNET_ACL_RESTRICTION("{adjective} rule {rule} of {component} denies {traffic} {preposition} {remote}"),
    NO_ROUTE_TO_DESTINATION("{component} has no route to {destination}"),
    BAD_STATE_ROUTE("the route of {component} for {rule} is a blackhole, so {destination} is not reached"),
    INSTANCE_NOT_RUNNING("the instance of {component} does not run, so nothing leaves or reaches it"),
    UNKNOWN_DESTINATION("no network interface has the address {destination} ({component})"),
    ENI_SOURCE_DEST_CHECK_RESTRICTION(
            "{component} checks source and destination and owns neither end of {source} -> {destination}"),
    IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS("{source} has no public address, which {component} needs"),
    IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS("{destination} is not the public address of any network interface"),
    IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS("{component} does not carry the private address {destination}"),
    IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS("{component} does not carry the shared address {destination}"),
    IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS("nothing arrives from the internet with the source {source}"),
    IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS("nothing arrives from the internet with the shared address {source}"),
    GATEWAY_REJECTS_SPOOFED_TRAFFIC("{component} rejects {source}, an address of its own VPC, from outside"),
    VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS(
            "{component} takes only packets from network interfaces of its VPC, and none has the address {source}"),
    VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS(
            "{component} delivers only to network interfaces of its VPC, and none has the address {destination}"),
    INTERNET_GATEWAY_NOT_ATTACHED("{component} has no internet gateway, so {destination} is not reached"),
    VPC_BLOCK_PUBLIC_ACCESS_ENABLED(
            "VPC Block Public Access of {component} blocks {traffic} {source} -> {destination}"),
    PROTOCOL_RESTRICTION("{component} does not carry {traffic} between {source} and {destination}"),
    VPCE_GATEWAY_PROTOCOL_RESTRICTION("{component} carries TCP and ICMP echo only, not {traffic}"),
    VPCE_INTRA_VPC_TRAFFIC("{component} belongs to a VPC endpoint, which starts no connection"),
    PCX_REQUIRES_ADDRESS_IN_VPC_CIDR(
            "{component} carries only what goes from one of its VPCs to the other, not {source} -> {destination}"),
    TGW_ROUTE_AZ_RESTRICTION("{component} has no subnet in {rule}, the Availability Zone from which {source} sends"),
    TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION(
            "{component} is not associated with a route table of its transit gateway, so {destination} is not reached"),
    TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT("{component} has no route to {destination}"),
    TGW_RTB_BAD_STATE_ROUTE("the route of {component} for {rule} is a blackhole, so {destination} is not reached"),
    NAT_GATEWAY_WITHOUT_CONNECTION("{component} has no connection that {traffic} from {source} belongs to"),
    ASYMMETRIC_ROUTE("the answer would leave through {component}, by which the request did not come"),
    ROUTING_LOOP("{destination} is still not reached after many hops, the last one through {component}"),
    DNS_SUPPORT_DISABLED("DNS support of {component} is off, so the Amazon resolver does not answer"),
    ENDPOINT_NOT_AVAILABLE("{component} is {rule}, not available, so it carries nothing"),
    VPCE_SERVICE_NOT_INSTALLED_IN_AZ(
            "no load balancer of the service of {component} stands in {rule}, and none sends across zones"),
    ELBV2_LISTENERS_MISMATCH("no listener of {component} takes {traffic}"),
    ELBV2_NO_TARGETS_IN_AZ("{component} has no healthy target for {traffic} in {rule}, and does not send across zones"),
    LOAD_BALANCER_LOOPBACK(
            "{component} keeps the address of the client, so {source} does not reach itself as its target"),
    NO_HEALTHY_TARGET("{component} has no healthy target for {traffic}"),
    ENDPOINT_POLICY_DENIED("the policy of {component} does not allow it: {rule}");

    private final String template;

    StopCode(String template) {
        this.template = template;
    }

    String describe(Hop hop, Packet packet) {
        Direction direction =
                switch (hop.stage()) {
                    case SECURITY_GROUP_EGRESS, NETWORK_ACL_EGRESS -> Direction.EGRESS;
                    default -> Direction.INGRESS;
                };
        String rule = hop.rule();
        return template.replace("{adjective}", direction.adjective)
                .replace("{preposition}", direction.preposition)
                .replace("{remote}", direction.remote(packet).toString())
                .replace("{component}", hop.component())
                .replace("{traffic}", packet.traffic())
                .replace("{source}", packet.source().toString())
                .replace("{destination}", packet.destination().toString())
                .replace("{rule}", rule == null ? "" : rule);
    }
}
