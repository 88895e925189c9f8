package io.vpclocal.endpoint;

import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.protocol.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as other modules see it.
 *
 * @param serviceOwner {@code amazon} or the account that hosts the service
 * @param networkInterfaceIds one for each subnet, in the same order
 * @param routeTableIds the tables that have a gateway's route
 * @param prefixListId what a gateway's routes are for; null for other types
 * @param privateNames the public names that it answers to inside its VPC; none without private DNS
 * @param inboundResolverOnly whether it answers to them for inbound resolver endpoints only
 * @param dnsNames all its DNS entries
 * @param policyDocument the text of its policy, its own or AWS's default
 */
public record EndpointView(
        String id,
        Scope scope,
        EndpointType type,
        EndpointState state,
        String vpcId,
        String serviceName,
        String serviceId,
        String serviceRegion,
        String serviceOwner,
        List<String> subnetIds,
        List<String> networkInterfaceIds,
        List<String> groupIds,
        List<String> routeTableIds,
        @Nullable String prefixListId,
        boolean privateDnsEnabled,
        List<String> privateNames,
        boolean inboundResolverOnly,
        List<DnsName> dnsNames,
        String ipAddressType,
        String policyDocument) {}
