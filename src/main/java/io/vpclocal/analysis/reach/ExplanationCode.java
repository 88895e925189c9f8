package io.vpclocal.analysis.reach;

import org.jspecify.annotations.Nullable;

/**
 * The codes with which Reachability Analyzer explains that a path does not exist (AWS documentation, Reachability
 * Analyzer guide: explanation codes). Some do not occur here.
 */
public enum ExplanationCode {
    BAD_STATE,
    BAD_STATE_ATTACHMENT(Missing.STATES),
    BAD_STATE_ROUTE,
    BAD_STATE_VPN(Missing.VPN),
    CANNOT_ROUTE,
    COMPONENT_FILTER_RESTRICTION,
    COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT,
    DISCONNECTED_VPCS,
    ELB_ACL_RESTRICTION(Missing.CLASSIC),
    ELB_INSTALLED_AZ_RESTRICTION(Missing.CLASSIC),
    ELB_LISTENER_PORT_RESTRICTION(Missing.CLASSIC),
    ELB_LISTENERS_MISMATCH(Missing.CLASSIC),
    ELB_NOT_CROSSZONE(Missing.CLASSIC),
    ELBV2_LISTENER_HAS_NO_TG,
    ELBV2_LISTENER_PORT_RESTRICTION(Missing.LISTENERS),
    ELBV2_LISTENER_REQUIRES_TG_ACCEPT(Missing.LISTENERS),
    ELBV2_LISTENERS_MISMATCH,
    ELBV2_NO_TARGETS_IN_AZ,
    ELBV2_SOURCE_ADDRESS_PRESERVATION(Missing.LISTENERS),
    ENI_ADDRESS_RESTRICTION,
    ENI_SG_RULES_MISMATCH,
    ENI_SOURCE_DEST_CHECK_RESTRICTION,
    FILTER_AT_DESTINATION_DESTINATION_ADDRESS,
    FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE,
    FILTER_AT_DESTINATION_PROTOCOL(Missing.ONE_PROTOCOL),
    FILTER_AT_DESTINATION_SOURCE_ADDRESS,
    FILTER_AT_DESTINATION_SOURCE_PORT_RANGE,
    FILTER_AT_SOURCE_DESTINATION_ADDRESS,
    FILTER_AT_SOURCE_DESTINATION_PORT_RANGE,
    FILTER_AT_SOURCE_PROTOCOL(Missing.ONE_PROTOCOL),
    FILTER_AT_SOURCE_SOURCE_ADDRESS,
    FILTER_AT_SOURCE_SOURCE_PORT_RANGE,
    FIREWALL_RULES_RESTRICTION("Network Firewall"),
    GATEWAY_REJECTS_SPOOFED_TRAFFIC,
    GWLB_DESTINATION_PORT_RESTRICTION(Missing.BEHIND_GWLB),
    GWLB_PROTOCOL_RESTRICTION(Missing.BEHIND_GWLB),
    HIGHER_PRIORITY_ROUTE,
    IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS,
    IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS,
    IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS,
    IGW_EXPECTS_PUBLIC_ADDRESS,
    IGW_NAT_REFLECTION,
    IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS,
    IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS,
    IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS,
    IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS,
    INGRESS_RTB_NO_PUBLIC_IP(Missing.EDGE),
    INGRESS_RTB_TRAFFIC_REDIRECTION(Missing.EDGE),
    MORE_SPECIFIC_ROUTE,
    NGW_DEST_ADDRESS_PRESERVATION,
    NGW_REQUIRES_SOURCE_IN_VPC,
    NGW_SOURCE_ADDRESS_REASSIGN,
    NO_PATH,
    NO_POSSIBLE_DESTINATION,
    NO_ROUTE_TO_DESTINATION,
    NO_SOURCE_OR_DESTINATION,
    PCX_REQUIRES_ADDRESS_IN_VPC_CIDR,
    PROTOCOL_RESTRICTION("components that accept neither TCP nor UDP"),
    REGIONAL_NGW_ROUTE_AZ_RESTRICTION("regional NAT gateways"),
    REMAP_EPHEMERAL_PORT,
    SG_HAS_NO_RULES,
    SG_REFERENCES_NOT_PRESERVED,
    SG_REFERENCING_SUPPORT(Missing.TRANSIT),
    SUBNET_ACL_RESTRICTION,
    TARGET_ADDRESS_RESTRICTION,
    TARGET_PORT_RESTRICTION,
    TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION(Missing.TRANSIT),
    TGW_ATTACH_VPC_AZ_RESTRICTION(Missing.TRANSIT),
    TGW_BAD_STATE_VPN(Missing.TRANSIT),
    TGW_ROUTE_AZ_RESTRICTION(Missing.TRANSIT),
    TGW_RTB_BAD_STATE_ROUTE(Missing.TRANSIT),
    TGW_RTB_CANNOT_ROUTE(Missing.TRANSIT),
    TGW_RTB_HIGHER_PRIORITY_ROUTE(Missing.TRANSIT),
    TGW_RTB_MORE_SPECIFIC_ROUTE(Missing.TRANSIT),
    TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT(Missing.TRANSIT),
    TGW_RTB_ROUTES_ARE_UNKNOWN(Missing.TRANSIT),
    UNASSOCIATED_COMPONENT,
    UNKNOWN_DESTINATION,
    UNKNOWN_PEERED_SGS("peering connections with VPCs outside the emulator"),
    UNKNOWN_RESOURCE,
    UNSUPPORTED_COMPONENT(
            "sources and destinations of types that are not emulated: CreateNetworkInsightsPath refuses them"),
    VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS(Missing.VPN),
    VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS(Missing.VPN),
    VPC_BLOCK_PUBLIC_ACCESS_ENABLED,
    VPC_LOCAL_ROUTE_CIDR_RESTRICTION,
    VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION,
    VPCE_GATEWAY_PROTOCOL_RESTRICTION,
    VPCE_INTRA_VPC_TRAFFIC,
    VPCE_SERVICE_NOT_INSTALLED_IN_AZ;

    /** The missing feature that would cause a code. */
    private static final class Missing {
        static final String STATES = "attachment states other than attached";
        static final String VPN = "virtual private gateways and VPN connections";
        static final String CLASSIC = "Classic Load Balancers";
        static final String LISTENERS = "explanations for single listeners: only the load balancer is named";
        static final String ONE_PROTOCOL = "filters by protocol: a path has exactly one protocol";
        static final String BEHIND_GWLB = "paths between Gateway Load Balancers and their targets";
        static final String EDGE = "public addresses of appliances behind ingress route tables";
        static final String TRANSIT = "transit gateways";
    }

    private final @Nullable String missing;

    ExplanationCode() {
        this(null);
    }

    ExplanationCode(@Nullable String missing) {
        this.missing = missing;
    }

    /** The missing feature that would cause the code; null if the code occurs. */
    public @Nullable String missing() {
        return missing;
    }
}
